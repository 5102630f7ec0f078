package audit

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// SheetName is the sheet that claims are written to, and that they are read from
// where there is one, by its name or by that in Danish.
const (
	SheetName       = "Claims"
	DanishSheetName = "Påstande"
)

// Columns are the headings of a sheet of claims, in order. Only id, kind and
// what the kind needs must be there.
func Columns() []string {
	names := make([]string, len(fields))
	for i, f := range fields {
		names[i] = f.name
	}
	return names
}

// ReadSheet reads claims from a workbook or delimited text: a row of headings,
// which are [Columns] in any order, in English or in Danish, and a row per claim. Entries of the column
// of stand with ; between. A column confirm (bekræft), where a claim is not yes, leaves
// the claim out.
//
// The error is [survey.Problems], a line per cell.
func ReadSheet(path string) ([]*Claim, error) {
	w, err := sheet.Open(path)
	if err != nil {
		return nil, err
	}
	defer w.Close()
	name := ""
	switch sheets := w.Sheets(); {
	case len(sheets) == 0:
	case slices.Contains(sheets, SheetName):
		name = SheetName
	case slices.Contains(sheets, DanishSheetName):
		name = DanishSheetName
	default:
		name = sheets[0]
	}
	grid, err := w.Read(name)
	if err != nil {
		return nil, err
	}
	return claimsOf(grid)
}

func claimsOf(g *sheet.Grid) ([]*Claim, error) {
	var problems survey.Problems
	at := func(row, column int, variable, format string, args ...any) {
		problems = append(problems, survey.Problem{File: g.File(), Sheet: g.Sheet(), Row: row, Column: column, Variable: variable, Message: fmt.Sprintf(format, args...)})
	}
	columns, confirm := map[string]int{}, 0
	for k := 1; k <= g.Columns(); k++ {
		name := strings.ToLower(strings.TrimSpace(g.Cell(1, k).Text))
		field, known := fieldOf(name)
		if known {
			name = field
		}
		switch {
		case name == "":
		case name == "confirm" || name == "bekræft":
			confirm = k
		case !known:
			at(1, k, "", "no such column %s%s; the columns are %s", survey.Quote(name), survey.DidYouMean(name, Columns()), strings.Join(Columns(), ", "))
		case columns[name] > 0:
			at(1, k, "", "the column %s is there twice", survey.Quote(name))
		default:
			columns[name] = k
		}
	}
	for _, name := range []string{"id", "kind"} {
		if columns[name] == 0 {
			at(1, 1, "", "no column %q; the first row of a sheet of claims is its headings: %s", name, strings.Join(Columns(), ", "))
		}
	}
	if len(problems) > 0 {
		return nil, problems.Err()
	}
	var claims []*Claim
	for row := 2; row <= g.Rows(); row++ {
		c := &Claim{At: survey.Problem{File: g.File(), Sheet: g.Sheet(), Row: row, Column: columns["id"]}, columns: columns}
		blank := true
		for _, f := range fields {
			k := columns[f.name]
			if k == 0 {
				continue
			}
			cell := g.Cell(row, k)
			text := strings.TrimSpace(cell.Text)
			switch {
			case cell.Uncached:
				at(row, k, f.name, "formula has no stored value; open and save the workbook in Excel")
				continue
			case cell.Type == sheet.Date || cell.Type == sheet.Error:
				at(row, k, f.name, "got %s, want text as it is printed; format the column as text", cell.Type)
				continue
			case f.name == "value" && cell.Type == sheet.Number && cell.Number > 0 && cell.Number < 1:
				at(row, k, f.name, "got the number %s, which Excel may show as a percentage; format the column as text and write it as it is printed", text)
				continue
			}
			blank = blank && text == ""
			if f.at == nil {
				c.Of = entries(text)
				continue
			}
			*f.at(c) = text
		}
		if blank || confirm > 0 && !yes(g.Cell(row, confirm).Text) {
			continue
		}
		c.Kind = kindOf(string(c.Kind))
		claims = append(claims, c)
	}
	if len(claims) == 0 && len(problems) == 0 {
		at(2, 1, "", "no claims; where they were drawn from a text, fill in yes (ja) under confirm (bekræft)")
	}
	return claims, problems.Err()
}

// entries splits what stands in the column of.
func entries(text string) []string {
	var out []string
	for _, s := range strings.Split(text, ";") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// WriteSheet writes claims to a workbook, for [ReadSheet] to read back, with a
// column confirm to be filled in, and a sheet that explains the kinds. Headings
// and kinds are in language, da or en.
func WriteSheet(path string, claims []*Claim, language string) error {
	in := func(english, danish string) string {
		if language == "da" {
			return danish
		}
		return english
	}
	rows := [][]any{}
	head := []any{in("confirm", "bekræft")}
	names := map[Kind]string{}
	kinds := [][]any{{in("kind", "slags"), in("what its row holds, and what is checked", "hvad dens række har, og hvad der prøves")}}
	for _, k := range Kinds {
		names[k.Kind] = in(string(k.Kind), k.Danish)
		kinds = append(kinds, []any{names[k.Kind], in(k.Says, k.DanishSays)})
	}
	for _, f := range fields {
		head = append(head, in(f.name, f.danish))
	}
	rows = append(rows, head)
	for _, c := range claims {
		row := []any{""}
		for _, f := range fields {
			if f.at == nil {
				row = append(row, strings.Join(c.Of, "; "))
				continue
			}
			if f.name == "kind" {
				row = append(row, cmp.Or(names[c.Kind], string(c.Kind)))
				continue
			}
			row = append(row, *f.at(c))
		}
		rows = append(rows, row)
	}
	columns := []sheet.FillColumn{{Width: 9, Kind: sheet.FillPick, From: sheet.RangeOf(yesSheet, 1, 1, 2), Error: in("yes or no", "ja eller nej")}}
	for range fields {
		columns = append(columns, sheet.FillColumn{Width: 18, Kind: sheet.FillText, Wrap: true})
	}
	return sheet.WriteFillIn(path, sheet.Properties{Title: in("Claims of a report", "En rapports påstande")},
		sheet.FillIn{Sheet: sheet.Sheet{Name: in(SheetName, DanishSheetName), Rows: rows}, Columns: columns},
		sheet.FillIn{Sheet: sheet.Sheet{Name: in("Kinds", "Slags"), Rows: kinds}, Columns: []sheet.FillColumn{{Width: 14}, {Width: 90, Wrap: true}}},
		sheet.FillIn{Sheet: sheet.Sheet{Name: yesSheet, Rows: [][]any{{in("yes", "ja")}, {in("no", "nej")}}}, Hidden: true})
}

const yesSheet = "YesNo"
