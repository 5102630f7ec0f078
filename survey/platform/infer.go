package platform

import (
	"math"
	"strconv"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// infer returns an instrument with a question for every heading, its kind
// taken from the cells under it: whole numbers, numbers, dates, or else text.
// A heading that can be a name is one as it stands; of another a name is made
// in small letters. Delimited text has only text, of which plain numbers count as numbers unless
// they begin with a needless zero, as codes do.
func (r *reader) infer() *survey.Instrument {
	in := &survey.Instrument{}
	taken := map[string]bool{}
	for i, heading := range r.headings.names {
		if heading == "" || r.headings.columns[key(heading)] != i+1 {
			continue
		}
		name := asciiName(heading, i)
		for n, first := 2, name; taken[name]; n++ {
			name = first + "_" + strconv.Itoa(n)
		}
		taken[name] = true
		q := survey.Question{Export: heading}
		q.Name, q.Label, q.Kind = name, survey.Words(heading), r.kindOf(i+1)
		in.Questions = append(in.Questions, q)
	}
	return in
}

// kindOf returns the narrowest kind that holds every cell of column.
func (r *reader) kindOf(column int) survey.Kind {
	numbers, whole, dates := 0, 0, 0
	for _, row := range r.rows {
		c := r.grid.Cell(row, column)
		n := c.Number
		switch {
		case blank(c) || c.Uncached || c.Type == sheet.Error:
			continue // no evidence of a kind; a problem of its own when read
		case c.Type == sheet.Date:
			dates++
			if isTimeOfDay(c) {
				return survey.KindText
			}
			continue
		case c.Type == sheet.Number:
		case r.grid.Sheet() == "" && !hasNeedlessZero(clean(c.Text)):
			var ok bool
			if n, ok = plainNumber(clean(c.Text)); !ok {
				return survey.KindText
			}
		default:
			return survey.KindText
		}
		numbers++
		if n == math.Trunc(n) {
			whole++
		}
	}
	switch {
	case numbers > 0 && dates > 0, numbers+dates == 0:
		return survey.KindText
	case dates > 0:
		return survey.KindDate
	case whole == numbers:
		return survey.KindInteger
	default:
		return survey.KindDecimal
	}
}

func hasNeedlessZero(s string) bool {
	return len(s) > 1 && s[0] == '0' && s[1] != '.'
}
