package study

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"stikprove/sample/crosstab"
	"stikprove/sample/register"
	"stikprove/sample/weight"
	"stikprove/survey"
)

// heldTable says which table of the study's register a variable of a sample is
// held against. options says which rows of it an option stands for, several
// being added up; where it says nothing the options are called as the rows.
//
//	tables:
//	  - id: sex
//	    sample: cases
//	    rows: sex
//	    drop_dont_know: true
//	    benchmark: {register: person-sex, options: {k: [women], m: [men]}}
//	  - id: size                 # by municipality: the spells that begin there
//	    sample: cases
//	    rows: size
//	    benchmark: {register: municipality, options: {small: [aeroe, samsoe], large: [aarhus, odense]}}
//	designs:
//	  cases:
//	    calibrate:
//	      register:
//	        sex: {table: person-sex, options: {k: [women], m: [men]}}
//
// What is not known in the register is left out of its shares. A row that the
// register hides is of no use by itself or with others: their sum would give it
// back.
type heldTable struct {
	place
	Table   string              `yaml:"table"`
	Options map[string][]string `yaml:"options"`
}

// heldIDs are the tables of a register whose rows part what they count.
var heldIDs = []string{"person-age", "person-sex", "person-origin", "municipality", "spell-length", "spells-per-person", "ten-days", "two-years"}

// checkHeld checks what is said of tables of the register and notes which of
// them are wanted.
func (s *Study) checkHeld() {
	r := s.config.Register
	check := func(path string, h heldTable) {
		switch {
		case r == nil:
			s.add(h.place, path, "the study has no register; name a file of spells under sources and say register")
		case !slices.Contains(heldIDs, h.Table):
			s.add(h.place, path, "no table %s of a register to hold a sample against%s", survey.Quote(h.Table), survey.Instead(h.Table, heldIDs))
		default:
			r.held = append(r.held, h.Table)
		}
	}
	for _, t := range s.config.Tables {
		switch b := t.Benchmark; {
		case b == nil:
		case b.Register == "" && b.Options != nil:
			s.add(b.place, "table "+t.ID+".benchmark", "has options and no table of the register that they are rows of (register)")
		case b.Register != "" && b.Shares != nil:
			s.add(b.place, "table "+t.ID+".benchmark", "has both register and shares, want one of them")
		case b.Register != "":
			check("table "+t.ID+".benchmark.register", b.table())
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.config.Designs)) {
		if c := s.config.Designs[name].Calibrate; c != nil {
			for _, variable := range slices.Sorted(maps.Keys(c.Register)) {
				check("designs."+name+".calibrate.register."+variable, c.Register[variable])
			}
		}
	}
}

// table returns the table of the register that a benchmark is.
func (b *benchmark) table() heldTable { return heldTable{b.place, b.Register, b.Options} }

// read returns the tables that are read for: those that are printed and those
// that a sample is held against; none for all.
func (r *Register) read() []string {
	switch {
	case r.hush:
		return r.held
	case len(r.Tables) == 0:
		return nil
	}
	return slices.Concat(r.Tables, r.held)
}

// hushRegister leaves the register's tables out of print, and the register
// unread where no sample is held against it.
func (s *Study) hushRegister() {
	if s.config.Register == nil {
		return
	}
	r := *s.config.Register
	if r.hush = true; len(r.held) == 0 {
		s.config.Register = nil
		return
	}
	s.config.Register = &r
}

// calibratesToRegister reports whether a design's weights want the register.
func (s *Study) calibratesToRegister() bool {
	for _, d := range s.config.Designs {
		if d.Calibrate != nil && len(d.Calibrate.Register) > 0 {
			return true
		}
	}
	return false
}

// held is what a table of the register has for the options of a variable.
type held struct {
	of     *crosstab.Table
	counts map[string]int // by option
	all    int            // their sum
}

// hold returns what the register has for the options of a variable; false where
// it has problems, which are kept.
func (s *Study) hold(path string, h heldTable) (held, bool) {
	if s.spells == nil {
		return held{}, false
	}
	tables, err := s.spells.Tables([]string{h.Table}, s.config.Disclosure.Register, s.config.Level)
	if err != nil {
		s.add(h.place, path, "%v", err)
		return held{}, false
	}
	out := held{of: tables[0], counts: map[string]int{}}
	rows := map[string]int{}
	var ids []string
	for i, r := range out.of.Rows {
		if r.Kind == crosstab.Category && !r.Joined && r.ID != "unknown" && r.ID != "open" {
			rows[r.ID] = i
			ids = append(ids, r.ID)
		}
	}
	options := h.Options
	if options == nil {
		options = map[string][]string{}
		for _, id := range ids {
			options[id] = []string{id}
		}
	}
	taken := map[string]string{}
	right := true
	wrong := func(format string, args ...any) {
		s.add(h.place, path, format, args...)
		right = false
	}
	for _, option := range slices.Sorted(maps.Keys(options)) {
		for _, id := range options[option] {
			at, known := rows[id]
			switch other, twice := taken[id]; {
			case !known:
				wrong("options.%s: no row %s in table %s of the register%s", option, survey.Quote(id), h.Table, survey.Instead(id, ids))
			case twice:
				wrong("options.%s: row %s is %s's already", option, survey.Quote(id), survey.Quote(other))
			case out.of.Cells[at][0].Suppressed != crosstab.Shown:
				wrong("options.%s: the register hides row %s of table %s, which has few or would tell of one that has", option, survey.Quote(id), h.Table)
			default:
				out.counts[option] += out.of.Cells[at][0].N
				out.all += out.of.Cells[at][0].N
			}
			taken[id] = option
		}
	}
	if right && out.all == 0 {
		wrong("the register has nobody in the rows of table %s", h.Table)
	}
	return out, right
}

// holdTables takes the shares of benchmarks that name a table of the register.
func (s *Study) holdTables() {
	if s.config.Register == nil || len(s.config.Register.held) == 0 {
		return
	}
	s.config.Tables = slices.Clone(s.config.Tables)
	for i, t := range s.config.Tables {
		if t.Benchmark == nil || t.Benchmark.Register == "" {
			continue
		}
		s.config.Tables[i].Benchmark = nil
		h, ok := s.hold("table "+t.ID+".benchmark", t.Benchmark.table())
		if !ok {
			continue
		}
		b := *t.Benchmark
		b.Shares, b.Difference = map[string]float64{}, true
		for option, n := range h.counts {
			b.Shares[option] = float64(n) / float64(h.all)
		}
		if len(b.Label) == 0 {
			b.Label = survey.Text{"da": "Registret", "en": "The register"}
		}
		if len(b.Source) == 0 {
			b.Source = heldWords(s.spells, h.of)
		}
		s.config.Tables[i].Benchmark = &b
		if c := s.config.Designs[t.Sample].Calibrate; c != nil && c.Register[t.Rows.first()].Table == b.Register && t.Test == "" {
			s.config.Tables[i].Test = crosstab.NoTest // the weights make the shares those of the register
		}
	}
}

// heldWords say what a share of the register is of.
func heldWords(c *register.Counts, t *crosstab.Table) survey.Text {
	words := func(format, language string) string {
		return fmt.Sprintf(format, lowered(t.Title.In(language)), c.Year, t.Base.Unit.In(language), strings.TrimSuffix(t.Base.Source.In(language), "."))
	}
	return survey.Text{
		"da": words("%s, %d (%s); uoplyste er ikke med. %s. Forskellen er stikprøvens andel minus registrets; registret har ingen stikprøvefejl, så forskellens interval er andelens interval minus registrets andel.", "da"),
		"en": words("%s, %d (%s); those not known are left out. %s. The difference is the sample's share less the register's; the register has no sampling error, so that the interval of the difference is the share's interval less the register's share.", "en"),
	}
}

// lowered returns words with a small first letter, to stand within a sentence.
func lowered(words string) string {
	_, size := utf8.DecodeRuneInString(words)
	return strings.ToLower(words[:size]) + words[size:]
}

// written returns an option of a text as the data have it: tables call the
// options of a text by small letters, margins as they are written.
func (r *reweighter) written(variable, option string) string {
	c := r.bound.Data.Column(variable)
	if c == nil || c.Kind != survey.KindText {
		return option
	}
	for i := range c.Rows() {
		if answer := strings.TrimSpace(c.Answer(i)); strings.EqualFold(answer, option) {
			return answer
		}
	}
	return option
}

// fromRegister returns the margins that the register gives. All count the same
// persons or spells; the shares of those that are known make up all of them, so
// that the margins agree where something is not known of some.
func (r *reweighter) fromRegister() []weight.Margin {
	var margins []weight.Margin
	base, first := 0, ""
	for _, variable := range slices.Sorted(maps.Keys(r.c.Register)) {
		named := r.c.Register[variable]
		path := r.path + ".register." + variable
		h, ok := r.study.hold(path, named)
		if !ok {
			continue
		}
		if base == 0 {
			base, first = h.of.Base.N, named.Table
		}
		if h.of.Base.N != base {
			r.study.add(named.place, path, "table %s counts something else than %s; margins of one sample are of the same persons or of the same spells", named.Table, first)
			continue
		}
		var cells []weight.Cell
		for _, option := range slices.Sorted(maps.Keys(h.counts)) {
			cells = append(cells, weight.Cell{Values: []string{r.written(variable, option)}, Count: float64(h.counts[option]) / float64(h.all) * float64(base)})
		}
		m, problems := weight.NewMargin(r.bound.Data, []string{variable}, cells, r.weight)
		if len(problems) > 0 {
			r.study.problems.Add(r.study.file, problems)
			continue
		}
		margins = append(margins, m)
	}
	return margins
}
