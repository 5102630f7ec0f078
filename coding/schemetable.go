package coding

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// SchemeTable is one sheet of a scheme as a workbook: rows of text, the first
// of them headings.
type SchemeTable struct {
	Name string
	Rows [][]string
}

// schemeColumns are the headings of each sheet, in the order of the sheets.
var schemeColumns = []struct {
	table   string
	columns []string
}{
	{"scheme", []string{"setting", "value"}},
	{"categories", []string{"name", "danish", "english"}},
	{"groups", []string{"name", "category", "danish", "english", "rest"}},
	{"concepts", []string{"group", "name", "type", "attributes", "region", "terms", "note"}},
	{"regions", []string{"name", "neighbours"}},
	{"words", []string{"sense", "words"}},
	{"exceptions", []string{"mentions", "verdict", "note"}},
	{"codes", []string{"system", "codes", "concept"}},
	{"calibration", []string{"score", "right", "of"}},
}

// Tables returns s as sheets that people can edit and [ReadSchemeTables] reads
// back: scheme, categories, groups, concepts, regions, words, exceptions,
// codes and calibration. Terms stand in one cell with commas between them.
func (s *Scheme) Tables() []SchemeTable {
	rows := map[string][][]string{
		"scheme": {
			{"version", s.Version}, {"danish", s.Label.In("da")}, {"english", s.Label.In("en")}, {"precedence", strings.Join(s.Precedence, ", ")},
			{"language", s.Language}, {"doubtful", strings.Join(s.Doubtful, ", ")}, {"kinds", strings.Join(s.Kinds, ", ")},
			{"together", strings.Join(s.Together, ", ")}, {"placed", strings.Join(s.Placed, ", ")}, {"parts", strings.Join(s.Parts, ", ")},
			{"sequela", s.Sequela.Concept}, {"sequela keep", strings.Join(s.Sequela.Keep, ", ")}, {"sequela regions", strings.Join(s.Sequela.Regions, ", ")},
		},
		"codes": append(systemRows("ICD-10", s.Codes), systemRows("ICPC-2", s.Practice)...),
	}
	add := func(table string, row ...string) { rows[table] = append(rows[table], row) }
	for _, c := range s.Categories {
		add("categories", c.Name, c.Label.In("da"), c.Label.In("en"))
	}
	for _, g := range s.Groups {
		rest := ""
		if g.Rest {
			rest = "rest"
		}
		add("groups", g.Name, g.Category, g.Label.In("da"), g.Label.In("en"), rest)
	}
	for _, c := range s.Concepts {
		add("concepts", c.Group, c.Name, c.Type.String(), s.attributes(&c), c.Region, strings.Join(c.Terms, ", "), c.Note)
	}
	for _, r := range s.Regions {
		neighbours := strings.Join(r.Neighbours, ", ")
		if r.General {
			neighbours = strings.Join(append(slices.Clone(r.Neighbours), "general"), ", ")
		}
		add("regions", r.Name, neighbours)
	}
	for _, w := range s.Words {
		sense := w.Sense.String()
		if w.Everyday {
			sense = everyday
		}
		add("words", sense, strings.Join(w.Phrases, ", "))
	}
	for _, e := range s.Exceptions {
		add("exceptions", strings.Join(e.Mentions, " + "), e.verdict(), e.Note)
	}
	for _, c := range s.Calibration {
		add("calibration", figure(c.Score), figure(c.Right), strconv.Itoa(c.N))
	}
	var tables []SchemeTable
	for _, t := range schemeColumns {
		tables = append(tables, SchemeTable{Name: t.table, Rows: append([][]string{t.columns}, rows[t.table]...)})
	}
	return tables
}

// attributes writes what a concept has beside its type, as ReadScheme reads it.
func (s *Scheme) attributes(c *Concept) string {
	var a []string
	if g := s.Group(c.Group); g != nil && g.Category != c.Category {
		a = append(a, "category="+c.Category)
	}
	if len(c.Of) > 0 {
		a = append(a, "of="+strings.Join(c.Of, ","))
	}
	if len(c.At) > 0 {
		var at []string
		for _, region := range slices.Sorted(maps.Keys(c.At)) {
			at = append(at, region+":"+c.At[region])
		}
		a = append(a, "at="+strings.Join(at, ","))
	}
	if c.Takes != "" {
		a = append(a, "takes="+c.Takes)
	}
	if len(c.Damages) > 0 {
		a = append(a, "damages="+strings.Join(c.Damages, ","))
	}
	if len(c.After) > 0 {
		a = append(a, "after="+strings.Join(c.After, ","))
	}
	if c.Sign {
		a = append(a, "sign")
	}
	if c.Ambiguous {
		a = append(a, "ambiguous")
	}
	if c.Contested {
		a = append(a, "contested")
	}
	return strings.Join(a, " ")
}

// verdict writes what an exception gives, as ReadScheme reads it.
func (e *Exception) verdict() string {
	var v []string
	if e.Category != "" {
		v = append(v, "category="+e.Category)
	}
	if e.Group != "" {
		v = append(v, "group="+e.Group)
	}
	if e.Combination != nil {
		v = append(v, "combination="+map[bool]string{true: "yes", false: "no"}[*e.Combination])
	}
	return strings.Join(v, " ")
}

// systemRows lists the codes of a system, those of one concept in one row.
func systemRows(system string, codes map[string]string) [][]string {
	of := make(map[string][]string)
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		of[codes[code]] = append(of[codes[code]], strings.ToUpper(code))
	}
	rows := make([][]string, 0, len(of))
	for concept, list := range of {
		rows = append(rows, []string{system, strings.Join(list, ", "), concept})
	}
	slices.SortFunc(rows, func(a, b []string) int { return cmp.Compare(a[1], b[1]) })
	return rows
}

// figure writes a number as short as it can be read back.
func figure(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// Text returns s as a scheme file, which [ReadScheme] reads back. Comments are
// not kept.
func (s *Scheme) Text() string {
	text, _ := schemeText(s.Tables())
	return text
}

// origin is where a line of a scheme file comes from.
type origin struct {
	table string
	row   int // counted from 1, the headings first
}

// schemeText writes tables as a scheme file, and says of each line which row
// it is.
func schemeText(tables []SchemeTable) (string, []origin) {
	var b strings.Builder
	var places []origin
	line := func(p origin, fields ...string) {
		b.WriteString(strings.TrimRight(strings.Join(fields, " | "), " |") + strings.Repeat(" |", trailing(fields)) + "\n")
		places = append(places, p)
	}
	rows := make(map[string][][]string)
	for _, t := range tables {
		rows[t.Name] = t.Rows
	}
	set := map[string]string{}
	at := map[string]int{}
	for i, r := range rows["scheme"][1:] {
		set[r[0]], at[r[0]] = r[1], i+2
	}
	line(origin{"scheme", at["version"]}, "scheme", set["version"], set["danish"], set["english"])
	each := func(table string, f func(p origin, r []string)) {
		for i, r := range rows[table] {
			if i > 0 && strings.Join(r, "") != "" {
				f(origin{table, i + 1}, r)
			}
		}
	}
	each("categories", func(p origin, r []string) { line(p, "category", r[0], r[1], r[2]) })
	line(origin{"scheme", at["precedence"]}, "precedence", set["precedence"])
	for _, setting := range []string{"language", "doubtful", "kinds", "together", "placed", "parts"} {
		if set[setting] != "" {
			line(origin{"scheme", at[setting]}, setting, set[setting])
		}
	}
	each("words", func(p origin, r []string) { line(p, "words", r[0], r[1]) })
	each("regions", func(p origin, r []string) { line(p, "region", r[0], r[1]) })
	if set["sequela"] != "" {
		line(origin{"scheme", at["sequela"]}, "sequela", set["sequela"], set["sequela keep"], set["sequela regions"])
	}
	each("codes", func(p origin, r []string) {
		line(p, map[string]string{"ICD-10": "codes", "ICPC-2": "icpc"}[r[0]], r[1], r[2])
	})
	each("calibration", func(p origin, r []string) { line(p, "calibration", r[0], r[1], r[2]) })
	each("exceptions", func(p origin, r []string) { line(p, "exception", r[0], r[1], r[2]) })
	each("groups", func(p origin, r []string) {
		line(p, "group", r[0], r[1], r[2], r[3], r[4])
		each("concepts", func(q origin, k []string) {
			if k[0] == r[0] {
				line(q, k[1], strings.TrimSpace(k[2]+" "+k[3]), k[4], k[5], k[6])
			}
		})
	})
	return b.String(), places
}

// trailing counts the empty fields at the end, which a record needs the bars
// of.
func trailing(fields []string) int {
	n := 0
	for i := len(fields) - 1; i > 0 && strings.TrimSpace(fields[i]) == ""; i-- {
		n++
	}
	return n
}
