package response

import (
	"fmt"
	"slices"
	"strings"

	"stikprove/survey"
)

// Disposition is how a contact ended.
type Disposition uint8

// The dispositions, by their letters in AAPOR's formulas.
const (
	Interview      Disposition = iota // I: complete
	Partial                           // P: partial
	Refusal                           // R: refusal and break-off
	NonContact                        // NC
	Other                             // O: eligible, no interview for other reasons
	UnknownHousing                    // UH: unknown whether there is a unit
	UnknownOther                      // UO: unknown whether the unit is eligible
	NotEligible                       // NE

	Dispositions = 8 // how many there are
)

var letters = []string{"I", "P", "R", "NC", "O", "UH", "UO", "NE"}

// String returns the disposition's letters.
func (d Disposition) String() string { return letters[d] }

// ParseDisposition returns the disposition with the letters, in either case.
func ParseDisposition(written string) (Disposition, error) {
	at := slices.Index(letters, strings.ToUpper(strings.TrimSpace(written)))
	if at < 0 {
		return 0, fmt.Errorf("%q: want I, P, R, NC, O, UH, UO or NE", written)
	}
	return Disposition(at), nil
}

// Mapping says which disposition a code is. The empty Mapping knows the letters
// and AAPOR's final disposition codes: 1.1 I, 1.2 P, 2.1 R, 2.2 NC, 2.3 and 2.9
// O, 3.1 UH, 3.2, 3.3 and 3.9 UO, 4 NE, with all of their sub-codes. Codes that
// are given come before those.
type Mapping map[string]Disposition

// ParseMapping reads CODE=LETTERS, one for each code.
func ParseMapping(written []string) (Mapping, error) {
	m := Mapping{}
	for _, pair := range written {
		at := strings.LastIndex(pair, "=")
		if at < 1 {
			return nil, fmt.Errorf("%q: want CODE=LETTERS, such as 11=I", pair)
		}
		code := strings.TrimSpace(pair[:at])
		d, err := ParseDisposition(pair[at+1:])
		if err != nil {
			return nil, fmt.Errorf("%s: %w", pair, err)
		}
		if former, twice := m[code]; twice && former != d {
			return nil, fmt.Errorf("code %q is both %s and %s", code, former, d)
		}
		m[code] = d
	}
	return m, nil
}

// families are AAPOR's codes by how they begin.
var families = []struct {
	begins string
	is     Disposition
}{
	{"1.1", Interview}, {"1.2", Partial}, {"2.1", Refusal}, {"2.2", NonContact}, {"2.3", Other}, {"2.9", Other},
	{"3.1", UnknownHousing}, {"3.2", UnknownOther}, {"3.3", UnknownOther}, {"3.9", UnknownOther}, {"4.", NotEligible},
}

// Of returns the disposition of a code, and whether it is known.
func (m Mapping) Of(code string) (Disposition, bool) {
	if d, ok := m[code]; ok {
		return d, true
	}
	if d, err := ParseDisposition(code); err == nil {
		return d, true
	}
	for _, f := range families {
		if strings.HasPrefix(code, f.begins) && plainCode(code) {
			return f.is, true
		}
	}
	if code == "4" {
		return NotEligible, true
	}
	return 0, false
}

// plainCode reports whether code is digits with one point.
func plainCode(code string) bool {
	return strings.Trim(code, "0123456789.") == "" && strings.Count(code, ".") == 1
}

// Used is a code of the data, what it was taken for, and in how many rows.
type Used struct {
	Code string
	Is   Disposition
	Rows int
}

// Tally is the dispositions of a group: rows, and their weights.
type Tally struct {
	Group string
	N     [Dispositions]int
	W     [Dispositions]float64
}

// Count counts the dispositions that the column holds, by group in the order
// met, with weights; of is each row's group and nil for one. Rows of group −1
// are left out. Single answers may be mapped by their name or their code.
//
// Problems name rows without a disposition and codes that are not mapped, each
// once.
func Count(c *survey.Column, cell func(row int) survey.Problem, m Mapping, weight []float64, of []int32, groups []string) ([]Tally, []Used, survey.Problems) {
	if of == nil {
		groups = []string{""}
	}
	tallies := make([]Tally, len(groups))
	for g, name := range groups {
		tallies[g].Group = name
	}
	var problems survey.Problems
	var used []Used
	known := map[string]int{}
	unknown := map[string]int{}
	for i := range c.Rows() {
		code, names := codeOf(c, i)
		if code == "" {
			p := cell(i)
			p.Message = "no disposition; every row that was asked needs one"
			problems = append(problems, p)
			continue
		}
		d, ok := m.Of(code)
		for _, other := range names {
			if !ok {
				d, ok = m.Of(other)
			}
		}
		if !ok {
			if unknown[code]++; unknown[code] == 1 {
				p := cell(i)
				p.Message = fmt.Sprintf("disposition %s is not mapped; want it said, such as %s=NC, with I, P, R, NC, O, UH, UO or NE", survey.Quote(code), code)
				problems = append(problems, p)
			}
			continue
		}
		if _, met := known[code]; !met {
			known[code] = len(used)
			used = append(used, Used{Code: code, Is: d})
		}
		used[known[code]].Rows++
		g := int32(0)
		if of != nil {
			g = of[i]
		}
		if g >= 0 {
			tallies[g].N[d]++
			tallies[g].W[d] += weight[i]
		}
	}
	slices.SortFunc(used, func(a, b Used) int { return strings.Compare(a.Code, b.Code) })
	return tallies, used, problems
}

// codeOf returns the code of a row and what else may stand for it.
func codeOf(c *survey.Column, i int) (string, []string) {
	code := strings.TrimSpace(c.Answer(i))
	if code == "" || c.Kind != survey.KindSingle {
		return code, nil
	}
	o := c.Options[c.Index(i)]
	names := []string{o.Code}
	for _, label := range o.Label {
		names = append(names, label)
	}
	slices.Sort(names[1:])
	return code, names
}
