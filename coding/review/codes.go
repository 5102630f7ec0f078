package review

import (
	"path/filepath"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/survey"
	"stikprove/survey/sheet"
)

// Coder is what one coder did: a verdict for each unit, by id.
type Coder struct {
	Name     string   // the file's
	IDs      []string // in the order they stand
	Verdicts map[string]coding.Verdict
	Texts    map[string]string // where they are known
	Header   *Header           // of a workbook; nil otherwise
	Codes    []Code            // of a workbook
}

// ReadCodes reads what a coder did: a filled-in workbook of this package, or a
// delimited file or plain workbook whose first row names the columns id and
// category and, where there is one, combination, such as a decisions file or
// what stikprove code --format tsv prints. Rows without a category are units
// the coder left out. The error is a [survey.Problems].
func ReadCodes(path string) (*Coder, error) {
	w, err := sheet.Open(path)
	if err != nil {
		return nil, err
	}
	if w.Has(machine) {
		return filledCodes(path)
	}
	g, err := w.Read(w.Sheets()[0])
	if err != nil {
		return nil, err
	}
	return plainCodes(g)
}

// filledCodes reads a workbook of this package.
func filledCodes(path string) (*Coder, error) {
	f, err := Read(path)
	if err != nil {
		return nil, err
	}
	c := newCoder(f.File)
	c.Header, c.Codes = &f.Header, f.Codes
	written := make(map[string]string, len(f.expected))
	for _, e := range f.expected {
		written[e.id] = e.check
	}
	for _, r := range f.Rows {
		switch check, known := written[r.ID]; {
		case !known || check != r.rebuilt:
			f.problem(r.Line, columnID, "the row is not as it was written: its id or its text was changed")
		case !c.add(r.ID, r.Verdict()):
			f.problem(r.Line, columnID, "unit %s stands twice", survey.Quote(r.ID))
		}
		c.Texts[r.ID] = r.Text
	}
	return c, f.Problems().Err()
}

// plainCodes reads a table with headings.
func plainCodes(g *sheet.Grid) (*Coder, error) {
	c := newCoder(g.File())
	at := map[string]int{}
	for k := 1; k <= g.Columns(); k++ {
		name := fold(g.Cell(1, k).Text)
		if at[name] == 0 {
			at[name] = k
		}
	}
	if at["id"] == 0 || at["category"] == 0 {
		return nil, survey.Problem{File: g.File(), Sheet: g.Sheet(), Message: "want a workbook of stikprove review, or the columns id and category in the first row"}
	}
	var problems survey.Problems
	problem := func(row, column int, message string) {
		problems = append(problems, survey.Problem{File: g.File(), Sheet: g.Sheet(), Row: row, Column: column, Message: message})
	}
	for row := 2; row <= g.Rows(); row++ {
		id := strings.TrimSpace(g.Cell(row, at["id"]).Text)
		v := coding.Verdict{Category: strings.TrimSpace(g.Cell(row, at["category"]).Text)}
		if id == "" {
			continue
		}
		if strings.ContainsAny(v.Category, " \t\n") {
			problem(row, at["category"], "want the name of a code, which is one word (what stands there is withheld)")
			continue
		}
		if k := at["combination"]; k > 0 && strings.TrimSpace(g.Cell(row, k).Text) != "" {
			yes, known := yesNo(g.Cell(row, k).Text)
			if !known {
				problem(row, k, "want 0, 1 or nothing (what stands there is withheld)")
			}
			v.Combination = &yes
		}
		if !c.add(id, v) {
			problem(row, at["id"], "unit "+survey.Quote(id)+" stands twice")
		}
	}
	return c, problems.Err()
}

func newCoder(file string) *Coder {
	return &Coder{Name: filepath.Base(file), Verdicts: map[string]coding.Verdict{}, Texts: map[string]string{}}
}

// NewCoder returns what a coder did of cases coded otherwise than on a sheet.
func NewCoder(name string, h Header, codes []Code, cases []Case) *Coder {
	c := newCoder(name)
	c.Name, c.Header, c.Codes = name, &h, codes
	for _, k := range cases {
		category := k.Coding.Category
		if category == "" {
			category = coding.Uncoded
		}
		c.add(k.ID, coding.Verdict{Category: category, Combination: &k.Coding.Combination})
		c.Texts[k.ID] = k.Text
	}
	return c
}

// add adds a unit's verdict and reports whether it is the first.
func (c *Coder) add(id string, v coding.Verdict) bool {
	if _, twice := c.Verdicts[id]; twice {
		return false
	}
	c.IDs = append(c.IDs, id)
	c.Verdicts[id] = v
	return true
}

// Together returns the units of either coder: a's in their order, then those
// that only b has.
func Together(a, b *Coder) []string {
	ids := slices.Clone(a.IDs)
	for _, id := range b.IDs {
		if _, known := a.Verdicts[id]; !known {
			ids = append(ids, id)
		}
	}
	return ids
}
