package study

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// startTable is a table of a starter study.
type startTable struct {
	id, title, source string
	rows, mean        string // the variable in the rows, or whose mean is given
	items             []string
	many              bool          // the smaller rows are joined
	derived           *startDerived // what the rows are made by
	figure            bool
}

// startDerived is a variable made of another.
type startDerived struct {
	name, label, from string
	year              bool
	bands             []startBand
}

// startLeft is a question that stands in no table, and why.
type startLeft struct{ name, why string }

// tabulator chooses tables for the questions of a dataset.
type tabulator struct {
	*starter
	source  string
	taken   map[string]bool // ids of tables
	names   map[string]bool // of variables
	tables  []startTable
	left    []startLeft
	weights []string // variables that may be weights
	labels  [][2]string
}

// A question with more options than this shows the largest only.
const mostRows = 12

// tabulate chooses a table for each of the columns that can have one.
func (t *tabulator) tabulate(columns []*survey.Column) {
	for i := 0; i < len(columns); i++ {
		c := columns[i]
		if n := battery(columns[i:]); n > 1 {
			t.battery(columns[i : i+n])
			i += n - 1
			continue
		}
		if why := t.unfit(c); why != "" {
			t.left = append(t.left, startLeft{c.Name, why})
			continue
		}
		switch c.Kind {
		case survey.KindSingle, survey.KindMultiple:
			t.add(startTable{rows: c.Name, many: len(c.Options) > mostRows, figure: shows(c)}, c)
		case survey.KindDate:
			t.addDerived(c, yearBands(c), true)
		default:
			if bands := t.numberBands(c); bands != nil {
				t.addDerived(c, bands, false)
			} else {
				t.add(startTable{mean: c.Name}, c)
			}
		}
	}
}

func (t *tabulator) add(table startTable, c *survey.Column) {
	table.source = t.source
	table.title = clipped(c.Label.In(t.language))
	table.id = unused(strings.ToLower(strings.NewReplacer("_", "-", ".", "-").Replace(c.Name)), t.taken)
	t.tables = append(t.tables, table)
}

func (t *tabulator) addDerived(c *survey.Column, bands []startBand, year bool) {
	suffix := "_band"
	if year {
		suffix = "_year"
	}
	v := &startDerived{name: unused(c.Name+suffix, t.names), label: clipped(c.Label.In(t.language)), from: c.Name, year: year, bands: bands}
	t.add(startTable{rows: v.name, derived: v}, c)
}

// unfit says why a question is not tabulated, or "".
func (t *tabulator) unfit(c *survey.Column) string {
	switch {
	case c.Role == survey.RoleID || t.personal(c.Name):
		return t.words.leftID
	case c.Kind == survey.KindText:
		return t.words.leftText
	case !answered(c):
		return t.words.leftEmpty
	case c.Kind == survey.KindSingle && len(c.Options) < 2:
		return t.words.leftOne
	case c.Kind == survey.KindDate && len(yearBands(c)) < 2:
		return t.words.leftDate
	case (c.Kind == survey.KindInteger || c.Kind == survey.KindDecimal) && weightName.MatchString(c.Name):
		t.weights = append(t.weights, c.Name)
		return t.words.leftWeight
	case (c.Kind == survey.KindInteger || c.Kind == survey.KindDecimal) && (keyName.MatchString(c.Name) || running(c)):
		return t.words.leftKey
	}
	return ""
}

// personal reports whether a variable tells who somebody is.
func (t *tabulator) personal(name string) bool {
	return slices.ContainsFunc(t.mapping.Variables, func(v platform.MappedVariable) bool { return v.Name == name && v.Role == "personal" })
}

// running reports whether numbers count the rows, from 0 or 1.
func running(c *survey.Column) bool {
	const least = 5
	for i := 1; i < c.Rows(); i++ {
		if c.Number(i) != c.Number(i-1)+1 {
			return false
		}
	}
	return c.Rows() >= least && (c.Number(0) == 0 || c.Number(0) == 1)
}

var (
	weightName = regexp.MustCompile(`(?i)^(.*_)?(weights?|weighting|vaegt|vægt|wt|wgt|pweight)(_.*)?$`)
	keyName    = regexp.MustCompile(`(?i)(^|[_.-])(id|nr|no|number|nummer|cvr|zip|zipcode|postnr|postnummer|phone|telefon|tlf|lat|lon|latitude|longitude|altitude|accuracy|precision|gps|index|submissions?)$`)
)

// battery returns how many columns from the first on ask the same: three or
// more with the same options, or two whose words begin alike as well.
func battery(columns []*survey.Column) int {
	if columns[0].Kind != survey.KindSingle || len(columns[0].Options) < 2 || !answered(columns[0]) {
		return 1
	}
	n := 1
	for n < len(columns) && sameOptions(columns[0], columns[n]) && answered(columns[n]) {
		n++
	}
	if n == 2 && stemOf(columns[:2]) == "" {
		return 1
	}
	return n
}

func sameOptions(a, b *survey.Column) bool {
	return b.Kind == survey.KindSingle && slices.EqualFunc(a.Options, b.Options, func(x, y survey.Option) bool {
		return x.Name == y.Name && x.Label.In("") == y.Label.In("")
	})
}

// stemOf returns the question that the columns' words all begin with, up to a
// dash, a colon or a question mark, or "".
func stemOf(columns []*survey.Column) string {
	common := columns[0].Label.In("")
	for _, c := range columns[1:] {
		common = commonPrefix(common, c.Label.In(""))
	}
	at := strings.LastIndexAny(common, "–—:-?[")
	if at < 10 {
		return ""
	}
	return common[:at+len(string([]rune(common[at:])[:1]))]
}

func (t *tabulator) battery(columns []*survey.Column) {
	stem := stemOf(columns)
	table := startTable{figure: slices.ContainsFunc(columns, shows)}
	for _, c := range columns {
		table.items = append(table.items, c.Name)
		if rest := strings.Trim(strings.TrimPrefix(c.Label.In(""), stem), " ]"); stem != "" && rest != "" {
			t.labels = append(t.labels, [2]string{c.Name, rest})
		}
	}
	t.add(table, columns[0])
	if stem = strings.TrimRight(stem, " –—:-["); stem != "" {
		t.tables[len(t.tables)-1].title = clipped(stem)
	} else {
		t.tables[len(t.tables)-1].title = clipped(columns[0].Label.In("")) + t.words.andMore
	}
}

// shows reports whether two answers at least are common enough to be drawn.
func shows(c *survey.Column) bool {
	const least = 3
	counts := make([]int, len(c.Options))
	for i := range c.Rows() {
		if c.Missing(i) != survey.Present {
			continue
		}
		for k := range c.Options {
			if c.Kind == survey.KindSingle && c.Index(i) == k || c.Kind == survey.KindMultiple && c.Bits(i)>>k&1 == 1 {
				counts[k]++
			}
		}
	}
	slices.Sort(counts)
	return len(counts) > 1 && counts[len(counts)-2] >= least
}

// spaced returns a name that stands for words, such as how_old_are_you, as
// words.
func spaced(words string) string {
	if strings.ContainsAny(words, " \n") || !strings.Contains(words, "_") {
		return words
	}
	out := []rune(strings.Join(strings.FieldsFunc(words, func(r rune) bool { return r == '_' }), " "))
	if len(out) == 0 {
		return words
	}
	out[0] = unicode.ToUpper(out[0])
	return string(out)
}

// clipped returns words as a title: in one line, and not a whole page.
func clipped(words string) string {
	const most = 110
	words = strings.Join(strings.Fields(survey.MaskCPR(words)), " ")
	runes := []rune(words)
	if len(runes) <= most {
		return words
	}
	// What a grid asks about stands last, and tells its questions apart.
	tail := ""
	if at := strings.LastIndex(words, " – "); at > 0 && len([]rune(words[at:])) < most/2 {
		tail = words[at:]
	}
	short := string(runes[:most-len([]rune(tail))])
	if at := strings.LastIndex(short, " "); at > most/4 {
		short = short[:at]
	}
	return strings.TrimRight(short, " ,.;:–-") + " …" + tail
}
