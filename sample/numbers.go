package sample

import (
	"math"
	"strconv"
	"strings"

	"stikprove/survey"
)

// Numbers returns the numbers of a column, NaN where a row has none, and
// whether it is one of numbers. A column of text is where everything in it is a
// number as programs write them, with an exponent such as 1e-04, or NA.
func Numbers(c *survey.Column) ([]float64, bool) {
	numbers := make([]float64, c.Rows())
	switch c.Kind {
	case survey.KindInteger, survey.KindDecimal:
		for i := range numbers {
			numbers[i] = c.Number(i)
		}
		return numbers, true
	case survey.KindText:
	default:
		return nil, false
	}
	any := false
	for i := range numbers {
		numbers[i] = math.NaN()
		text := strings.TrimSpace(c.Text(i))
		if text == "" || text == "NA" {
			continue
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || strings.Trim(text, "0123456789.-+eE") != "" {
			return nil, false
		}
		numbers[i], any = n, true
	}
	return numbers, any
}
