package form

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
)

// group is a group or a repeat that has begun and not yet ended.
type group struct {
	row      int
	repeat   bool
	name     string
	label    survey.Text
	relevant string // the part of its routing that can be checked
}

// walk is the state of reading the survey sheet from the top.
type walk struct {
	*reader
	t      *table
	in     *survey.Instrument
	open   []group
	names  map[string]int    // row by name of question, group or roster
	groups map[string]bool   // the names of groups and rosters
	export map[string]string // name of the question by its export
	asked  []reference
}

// types gives the kinds of the question types without options.
var types = map[string]survey.Kind{
	"text": survey.KindText, "string": survey.KindText, "integer": survey.KindInteger, "int": survey.KindInteger,
	"decimal": survey.KindDecimal, "date": survey.KindDate, "datetime": survey.KindDate,
}

// passedBy are the types that are no questions to a respondent.
var passedBy = []string{
	"note", "calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email",
	"subscriberid", "simserial", "audit", "start-geopoint", "background-audio",
}

// survey reads the survey sheet into in.
func (r *reader) survey(t *table, in *survey.Instrument) {
	for _, heading := range []string{"type", "name"} {
		if t.column(heading) == 0 {
			r.problem(t, 1, 1, "", "no heading %q", heading)
			return
		}
	}
	w := &walk{reader: r, t: t, in: in, names: map[string]int{}, groups: map[string]bool{}, export: map[string]string{}}
	for row := 2; row <= t.grid.Rows(); row++ {
		if !t.blank(row) {
			w.row(row)
		}
	}
	for _, g := range w.open {
		r.problem(t, g.row, t.column("type"), g.name, "%s does not end; want an end_%[1]s below", g.word())
	}
	w.checkReferences()
	if len(in.Questions) == 0 && len(r.problems) == 0 {
		r.problem(t, 1, t.column("type"), "", "the form asks no questions")
	}
}

func (g group) word() string {
	if g.repeat {
		return "repeat"
	}
	return "group"
}

// row reads one row of the survey sheet.
func (w *walk) row(row int) {
	written := w.t.text(row, "type")
	words := strings.Fields(written)
	if len(words) == 0 {
		w.problem(w.t, row, w.t.column("type"), w.t.text(row, "name"), "got no type")
		return
	}
	kind := strings.ToLower(words[0])
	if len(words) > 1 && slices.Contains([]string{"begin", "end", "select"}, kind) {
		kind += "_" + strings.ToLower(words[1])
		words = words[1:]
	}
	switch kind {
	case "begin_group", "begin_repeat":
		w.begin(row, kind == "begin_repeat")
	case "end_group", "end_repeat":
		w.end(row, kind == "end_repeat")
	case "select_one", "select1", "select_multiple":
		w.choose(row, kind == "select_multiple", words[1:])
	default:
		if slices.Contains(passedBy, kind) {
			w.passed[w.t.text(row, "name")] = true
			return
		}
		q, ok := w.question(row)
		if !ok {
			return
		}
		known := len(words) == 1
		if q.Kind = types[kind]; known {
			_, known = types[kind]
		}
		if !known {
			q.Kind = survey.KindText
			w.warn(w.t, row, w.t.column("type"), q.Name, "type %s is not known and is read as text", survey.Quote(written))
		}
		if q.Role == survey.RoleID {
			q.Kind = survey.KindText // an identity may have leading zeros
		}
		w.add(row, q)
	}
}

// name reads the name in row and takes it, so that no other may have it.
func (w *walk) name(row int) (string, bool) {
	name := w.t.text(row, "name")
	column := w.t.column("name")
	switch first := w.names[name]; {
	case name == "":
		w.problem(w.t, row, column, "", "got no name")
	case !isQuestionName(name):
		w.problem(w.t, row, column, "", "got the name %s, want a letter a to z or _ and then letters, digits, _, - and .", survey.Quote(name))
	case first > 0:
		w.problem(w.t, row, column, name, "the name is taken by %s", survey.CellName(first, column))
	default:
		w.names[name] = row
		return name, true
	}
	return "", false
}

// begin opens a group or a repeat.
func (w *walk) begin(row int, repeat bool) {
	g := group{row: row, repeat: repeat, label: w.t.words(row, "label", w.fallback)}
	if repeat || w.t.text(row, "name") != "" {
		g.name, _ = w.name(row)
		w.groups[g.name] = true
	}
	g.relevant = w.source(row, "relevant", g.name)
	if repeat {
		w.roster(row, g)
	}
	w.open = append(w.open, g)
}

// roster adds the roster that a repeat begins.
func (w *walk) roster(row int, g group) {
	if w.inside() != "" {
		w.problem(w.t, row, w.t.column("type"), g.name, "got a repeat within repeat %s, want it outside", w.inside())
		return
	}
	count, err := strconv.Atoi(w.t.text(row, "repeat_count"))
	if err != nil || count < 1 || count > 1000 {
		w.problem(w.t, row, w.t.column("repeat_count"), g.name, "got %s, want the number of blocks in the export, 1 to 1,000", survey.Quote(w.t.text(row, "repeat_count")))
		return
	}
	prefix := w.t.text(row, "export")
	if prefix != "" && !strings.Contains(prefix, "{i}") {
		w.problem(w.t, row, w.t.column("export"), g.name, "got %s, want {i} in it for the block's number", survey.Quote(prefix))
		return
	}
	label := g.label
	if len(label) == 0 {
		label = survey.Words(g.name)
	}
	w.in.Rosters = append(w.in.Rosters, survey.Roster{Name: g.name, Label: label, Count: count, Prefix: prefix})
}

// end closes the group or repeat that began last.
func (w *walk) end(row int, repeat bool) {
	if len(w.open) == 0 || w.open[len(w.open)-1].repeat != repeat {
		word := group{repeat: repeat}.word()
		w.problem(w.t, row, w.t.column("type"), w.t.text(row, "name"), "got end_%s, but the last to begin is no %[1]s", word)
		return
	}
	w.open = w.open[:len(w.open)-1]
}

// inside returns the name of the repeat that row stands in, or "".
func (w *walk) inside() string {
	for _, g := range w.open {
		if g.repeat {
			return g.name
		}
	}
	return ""
}

// question reads what every type of question has. It reports false where the
// question has no name to stand under.
func (w *walk) question(row int) (survey.Question, bool) {
	name := w.t.text(row, "name")
	_, ok := w.name(row) // where it is wrong, the rest is checked all the same
	q := survey.Question{
		Hint:              w.t.words(row, "hint", w.fallback),
		Roster:            w.inside(),
		Required:          w.required(row, name),
		Relevant:          w.relevant(row, name),
		Constraint:        w.rule(row, "constraint", name),
		ConstraintMessage: w.t.words(row, "constraint_message", w.fallback),
		Export:            w.t.text(row, "export"),
	}
	q.Name, q.Label, q.Role = name, w.t.words(row, "label", w.fallback), w.role(row, name)
	for _, g := range w.open {
		if !g.repeat && len(g.label) > 0 {
			q.Section = g.label
		}
	}
	if len(q.Label) == 0 {
		q.Label = survey.Words(name)
		w.warn(w.t, row, w.t.column("name"), name, "the question has no label")
	}
	return q, ok
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
func (w *walk) required(row int, name string) bool {
	switch strings.ToLower(w.t.text(row, "required")) {
	case "yes", "true", "true()", "1":
		return true
	}
	return false
}

// choose reads a question with options.
func (w *walk) choose(row int, multiple bool, words []string) {
	q, ok := w.question(row)
	if !ok {
		return
	}
	column := w.t.column("type")
	orOther := len(words) > 1 && strings.EqualFold(strings.Join(words[1:], "_"), "or_other")
	if len(words) == 0 || len(words) > 1 && !orOther {
		w.problem(w.t, row, column, q.Name, "got the type %s, want the name of one list in it", survey.Quote(w.t.text(row, "type")))
		return
	}
	l := w.lists[words[0]]
	if l == nil {
		w.problem(w.t, row, column, q.Name, "no list %s among the choices", survey.Quote(words[0]))
		return
	}
	q.Kind, q.Options, q.Ordered = survey.KindSingle, slices.Clone(l.options), l.ordered
	if multiple {
		q.Kind = survey.KindMultiple
	}
	if orOther && q.Option("other") < 0 {
		q.Options = append(q.Options, survey.Option{Name: "other", Label: survey.Text{"": "Other", "da": "Andet", "en": "Other"}})
	}
	if multiple && len(q.Options) > 64 {
		w.problem(w.t, row, column, q.Name, "list %s has %d options, want at most 64 where several may be chosen", survey.Quote(words[0]), len(q.Options))
		return
	}
	w.add(row, q)
	if orOther {
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
	if q.Export == "" {
		q.Export = q.Name
		if q.Kind == survey.KindMultiple {
			q.Export += "_{code}"
		}
	}
	if q.Roster != "" {
		prefix := ""
		for _, r := range w.in.Rosters {
			if r.Name == q.Roster {
				prefix = r.Prefix
			}
		}
		if q.Export = prefix + q.Export; !strings.Contains(q.Export, "{i}") {
			q.Export += "_{i}" // as SurveyCTO numbers the blocks
		}
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
