package form

import (
	"strconv"
	"strings"

	"stikprove/survey"
)

// group is a group or a repeat that has begun and not yet ended.
type group struct {
	row      int
	repeat   bool
	nested   bool // a repeat within a repeat, which is read as a group
	name     string
	label    survey.Text
	relevant string // the source of its routing
}

// roster reports whether the group is a roster.
func (g group) roster() bool { return g.repeat && !g.nested }

func (g group) word() string {
	if g.repeat {
		return "repeat"
	}
	return "group"
}

// begin opens a group or a repeat. A group need not have a name, and groups in
// different groups may have the same one; a repeat is a roster. How often a
// repeat within a repeat was answered cannot be told, and it is read once.
func (w *walk) begin(row int, t written) {
	g := group{row: row, repeat: t.repeat, label: w.t.words(row, "label", w.fallback), name: asciiName(w.t.text(row, "name"))}
	if outer := w.inside(); t.repeat && outer != "" {
		g.nested = true
		w.warn(w.t, row, w.t.column("type"), g.name, "a repeat within repeat %s is read once in each of its blocks, as a group; further blocks in the export are not read", outer)
	}
	if g.roster() {
		g.name, _ = w.name(row)
	} else if first := w.sibling(row, g.name); first > 0 {
		w.problem(w.t, row, w.t.column("name"), g.name, "the name is taken by %s", survey.CellName(first, w.t.column("name")))
	}
	if g.name != "" {
		w.groups[g.name] = true
	}
	if t.odd {
		w.warn(w.t, row, w.t.column("type"), g.name, "the type %s is read once, as a group", survey.Quote(w.t.text(row, "type")))
	}
	if rule := w.rule(row, "relevant", g.name); rule != nil {
		g.relevant = rule.Source
	}
	if g.roster() {
		w.roster(row, g)
	}
	w.open = append(w.open, g)
}

// roster adds the roster that a repeat begins. How many blocks an export holds
// cannot be told where the form leaves it open or computes it.
func (w *walk) roster(row int, g group) {
	written := w.t.text(row, "repeat_count")
	count, err := strconv.Atoi(written)
	at := max(w.t.column("repeat_count"), w.t.column("type"))
	switch {
	case written == "":
		count = 1
		w.warn(w.t, row, at, g.name, "the repeat has no repeat_count and is read as one block; write the number of blocks in the export")
	case strings.ContainsAny(written, "${}()/"):
		count = 1
		w.warn(w.t, row, at, g.name, "the repeat_count %s is not computed and the repeat is read as one block; write the number of blocks in the export", survey.Quote(written))
	case err != nil || count < 1 || count > 1000:
		w.problem(w.t, row, at, g.name, "got %s, want the number of blocks in the export, 1 to 1,000", survey.Quote(written))
		return
	}
	prefix := w.t.text(row, "export")
	if prefix != "" && !strings.Contains(prefix, "{i}") {
		w.problem(w.t, row, w.t.column("export"), g.name, "got %s, want {i} in it for the block's number", survey.Quote(prefix))
		return
	}
	label := g.label
	if len(label) == 0 {
		label = survey.Text{w.fallback: g.name}
	}
	w.in.Rosters = append(w.in.Rosters, survey.Roster{Name: g.name, Label: label, Count: count, Prefix: prefix})
}

// end closes the group or repeat that began last.
func (w *walk) end(row int, t written) {
	if len(w.open) == 0 || w.open[len(w.open)-1].repeat != t.repeat {
		w.problem(w.t, row, w.t.column("type"), w.t.text(row, "name"), "got end_%s, but the last to begin is no %[1]s", group{repeat: t.repeat}.word())
		return
	}
	w.open = w.open[:len(w.open)-1]
}

// inside returns the name of the repeat that row stands in, or "".
func (w *walk) inside() string {
	for _, g := range w.open {
		if g.roster() {
			return g.name
		}
	}
	return ""
}

// section returns the label of the innermost group that has one.
func (w *walk) section() survey.Text {
	var label survey.Text
	for _, g := range w.open {
		if !g.roster() && len(g.label) > 0 {
			label = g.label
		}
	}
	return label
}

// withoutQuestions drops the rosters that ask nothing and says so.
func (w *walk) withoutQuestions() {
	asked := map[string]bool{}
	for _, q := range w.in.Questions {
		asked[q.Roster] = true
	}
	var rosters []survey.Roster
	for _, r := range w.in.Rosters {
		if asked[r.Name] {
			rosters = append(rosters, r)
		} else if row := w.names[r.Name]; len(w.problems) == 0 {
			w.warn(w.t, row, w.t.column("name"), r.Name, "the repeat asks nothing and is left out")
		}
	}
	w.in.Rosters = rosters
	for i := range w.in.Asides {
		if a := &w.in.Asides[i]; !asked[a.Roster] {
			a.Roster = ""
		}
	}
}
