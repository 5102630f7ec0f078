package sample

import (
	"math"
	"strconv"
	"strings"

	"stikprove/survey"
)

// Numbers returns the numbers of a column, NaN where a row has none, and
// whether it is one of numbers. A column of text is where everything in it is a
// number as programs write them, with an exponent such as 1e-04, or NA, and so
// is one in which nothing is.
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
	for i := range numbers {
		n, ok := written(c.Text(i))
		if !ok {
			return nil, false
		}
		numbers[i] = n
	}
	return numbers, true
}

// Word returns the first row of a column of text that holds no number where
// others do, -1 where there is none: where most are numbers a slip of the pen
// makes a column of text.
func Word(c *survey.Column) int {
	word, numbers := -1, false
	if c.Kind != survey.KindText {
		return word
	}
	for i := range c.Rows() {
		n, ok := written(c.Text(i))
		numbers = numbers || ok && !math.IsNaN(n)
		if !ok && word < 0 {
			word = i
		}
	}
	if !numbers {
		return -1
	}
	return word
}

// written returns the number that a text is, NaN where it is none that was
// given, and whether it is either.
func written(text string) (float64, bool) {
	text = strings.TrimSpace(text)
	if text == "" || text == "NA" {
		return math.NaN(), true
	}
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && strings.Trim(text, "0123456789.-+eE") == ""
}
