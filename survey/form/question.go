package form

import (
	"cmp"
	"slices"
	"strings"

	"stikprove/survey"
)

// walk is the state of reading the survey sheet from the top.
type walk struct {
	*reader
	t        *table
	in       *survey.Instrument
	open     []group
	names    map[string]int    // row by name of question, aside or roster
	siblings map[place]int     // row by name within its group
	folded   map[place]int     // the same, in small letters
	groups   map[string]bool   // the names of groups and rosters
	export   map[string]string // name of the question by its export
	written  map[string]string // name as the form has it, by the name it is read as
	asked    []reference
}

// survey reads the survey sheet into in.
func (r *reader) survey(t *table, in *survey.Instrument) {
	for _, heading := range []string{"type", "name"} {
		if t.column(heading) == 0 {
			r.problem(t, 1, 1, "", "no heading %q", heading)
			return
		}
	}
	w := &walk{reader: r, t: t, in: in, names: map[string]int{}, siblings: map[place]int{}, folded: map[place]int{},
		groups: map[string]bool{}, export: map[string]string{}, written: map[string]string{}}
	for row := 2; row <= t.grid.Rows(); row++ {
		if kind, _ := typed(t.text(row, "type")); kind.passed && !(kind.computed && t.text(row, "export") != "") {
			r.passed[asciiName(t.text(row, "name"))] = true
		}
	}
	for row := 2; row <= t.grid.Rows(); row++ {
		if !t.blank(row) && !yesWords[strings.ToLower(t.text(row, "disabled"))] {
			w.row(row)
		}
	}
	for _, g := range w.open {
		r.problem(t, g.row, t.column("type"), g.name, "%s does not end; want an end_%[1]s below", g.word())
	}
	r.known = w.mentionable()
	w.checkReferences()
	w.withoutQuestions()
	w.nameNotes()
	switch {
	case len(in.Questions) > 0 || len(r.problems) > 0:
	case len(in.Asides) > 0:
		r.warn(t, 1, t.column("type"), "", "the form asks no questions")
	default:
		r.problem(t, 1, t.column("type"), "", "the form asks no questions")
	}
}

// row reads one row of the survey sheet.
func (w *walk) row(row int) {
	text := w.t.text(row, "type")
	kind, ok := typed(text)
	switch {
	case text == "":
		w.problem(w.t, row, w.t.column("type"), w.t.text(row, "name"), "got no type")
	case kind.begin:
		w.begin(row, kind)
	case kind.end:
		w.end(row, kind)
	case kind.passed:
		w.aside(row, kind)
	case !ok:
		w.problem(w.t, row, w.t.column("type"), w.t.text(row, "name"), "got the type %s, want the name of one list in it", survey.Quote(text))
	case kind.options:
		w.choose(row, kind)
	default:
		q, ok := w.question(row, kind)
		if !ok {
			return
		}
		q.Kind = kind.kind
		if near := nearType(text); near != "" && !kind.known {
			w.problem(w.t, row, w.t.column("type"), q.Name, "no type %s; did you mean %q?", survey.Quote(text), near)
			return
		} else if !kind.known {
			w.warn(w.t, row, w.t.column("type"), q.Name, "type %s is not known and is read as text", survey.Quote(text))
		}
		if q.Role == survey.RoleID {
			q.Kind = survey.KindText // an identity may have leading zeros
		}
		w.add(row, q)
	}
}

// question reads what every type of question has. It reports false where the
// question has no name to stand under.
func (w *walk) question(row int, kind written) (survey.Question, bool) {
	name, ok := w.name(row) // where it is wrong, the rest is checked all the same
	q := survey.Question{
		Hint:              w.t.words(row, "hint", w.fallback),
		Section:           w.section(),
		Roster:            w.inside(),
		Required:          w.required(row),
		Relevant:          w.relevant(row, name),
		Constraint:        w.rule(row, "constraint", name),
		ConstraintMessage: w.t.words(row, "constraint_message", w.fallback),
		Export:            w.t.text(row, "export"),
	}
	q.Name, q.Label, q.Role = name, w.t.words(row, "label", w.fallback), w.role(row, name)
	if len(q.Label) == 0 {
		q.Label = survey.Text{w.fallback: name}
		if !kind.computed {
			w.warn(w.t, row, w.t.column("name"), name, "the question has no label")
		}
	}
	w.unchecked(row, name, kind)
	return q, ok
}

// unchecked says what a question has that nothing is done with here and that
// may change its answers.
func (w *walk) unchecked(row int, name string, kind written) {
	if w.t.text(row, "choice_filter") != "" {
		w.warn(w.t, row, w.t.column("choice_filter"), name, "the choice_filter is not checked; every option of the list is allowed")
	}
	if w.t.text(row, "calculation") != "" && !kind.computed {
		w.warn(w.t, row, w.t.column("calculation"), name, "the calculation is neither checked nor kept; the value is read as an answer")
	}
	if s := strings.ToLower(w.t.text(row, "required")); s != "" && !yesWords[s] && !noWords[s] {
		w.warn(w.t, row, w.t.column("required"), name, "the required is a condition and not checked; got %s", survey.Quote(s))
	}
}

var roles = map[string]survey.Role{
	"": survey.RoleAnswer, "id": survey.RoleID, "weight": survey.RoleWeight, "coded": survey.RoleCoded, "personal": survey.RolePersonal,
}

func (w *walk) role(row int, name string) survey.Role {
	written := w.t.text(row, "kind")
	role, known := roles[strings.ToLower(written)]
	if !known {
		w.problem(w.t, row, w.t.column("kind"), name, `got %s, want one of "id", "weight", "coded", "personal"`, survey.Quote(written))
	}
	return role
}

// required reads whether an answer is demanded. A condition is as good as no:
// nothing is checked by it here.
func (w *walk) required(row int) bool { return yesWords[strings.ToLower(w.t.text(row, "required"))] }

// choose reads a question with options.
func (w *walk) choose(row int, kind written) {
	q, ok := w.question(row, kind)
	if !ok {
		return
	}
	column := w.t.column("type")
	l := w.lists[kind.list]
	if l == nil {
		w.problem(w.t, row, column, q.Name, "no list %s among the choices", survey.Quote(kind.list))
		return
	}
	q.Kind, q.Options, q.Ordered = survey.KindSingle, slices.Clone(l.options), l.ordered
	if kind.multiple {
		q.Kind = survey.KindMultiple
	}
	if kind.other && q.Option("other") < 0 {
		q.Options = append(q.Options, survey.Option{Name: "other", Label: w.otherLabel()})
	}
	if kind.multiple && len(q.Options) > 64 {
		w.problem(w.t, row, column, q.Name, "list %s has %d options, want at most 64 where several may be chosen", survey.Quote(kind.list), len(q.Options))
		return
	}
	if kind.multiple && l.spaced != "" {
		w.problem(w.t, row, column, q.Name, "list %s has the choice %s, want no blanks in names where several may be chosen", survey.Quote(kind.list), survey.Quote(l.spaced))
		return
	}
	w.add(row, q)
	if kind.other {
		w.other(row, q)
	}
}

// other adds the text question that or_other asks for.
func (w *walk) other(row int, q survey.Question) {
	name := q.Name + "_other"
	if first := w.names[name]; first > 0 {
		w.problem(w.t, row, w.t.column("type"), name, "the name or_other needs is taken by %s", survey.CellName(first, w.t.column("name")))
		return
	}
	w.names[name] = row
	relevant, err := survey.ParseRule("selected(${" + q.Name + "}, 'other')")
	if err != nil {
		panic(err) // the name was checked
	}
	o := survey.Question{Section: q.Section, Roster: q.Roster, Relevant: relevant}
	o.Name, o.Label, o.Kind, o.Role = name, q.Label, survey.KindText, q.Role
	w.add(row, o)
}

// add completes q's export and adds it to the instrument.
func (w *walk) add(row int, q survey.Question) {
	q.Export = cmp.Or(q.Export, usualExport(cmp.Or(w.written[q.Name], q.Name), q.Kind))
	if q.Roster != "" {
		q.Export = inBlock(q.Export, w.prefix(q.Roster))
	}
	if strings.Contains(q.Export, "{code}") && q.Kind != survey.KindMultiple {
		w.problem(w.t, row, w.t.column("export"), q.Name, "got %s, want {code} only where several options may be chosen", survey.Quote(q.Export))
		return
	}
	if first, taken := w.export[q.Export]; taken {
		w.problem(w.t, row, max(w.t.column("export"), w.t.column("name")), q.Name, "got the column %s, which %s is read from", survey.Quote(q.Export), first)
		return
	}
	w.export[q.Export] = q.Name
	w.in.Questions = append(w.in.Questions, q)
}

// usualExport returns the column of a question whose form names none.
func usualExport(name string, kind survey.Kind) string {
	if kind == survey.KindMultiple {
		return name + "_{code}"
	}
	return name
}

// inBlock returns the column of a repeated question.
func inBlock(own, prefix string) string {
	if s := prefix + own; strings.Contains(s, "{i}") {
		return s
	}
	return own + "_{i}" // as SurveyCTO numbers the blocks
}

func (w *walk) prefix(roster string) string {
	for _, r := range w.in.Rosters {
		if r.Name == roster {
			return r.Prefix
		}
	}
	return ""
}
