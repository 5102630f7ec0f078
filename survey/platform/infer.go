package platform

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// evidence is what the cells of a column speak for.
type evidence struct {
	filled, numbers, whole, dates, texts int // cells; of texts, those that are neither numbers nor absences
	points, commas, unsure               int // numbers written as text: with a point, a comma, a comma and three digits
	triples                              int // of points, those with three digits behind the point: 1.234
	codes                                int // needless zeros, or more digits than a number keeps
	cut                                  int // 3.29E+09
	absent                               map[string]int
	negative                             map[float64]int // -99 and its like
	positive                             bool
	distinct, longest                    int
	broken                               int // characters lost to a wrong encoding
	problems                             int // errors and formulas without value
}

// absentWords stand for no answer in files made by programs, in columns that
// are numbers or dates otherwise.
var absentWords = []string{"na", "n/a", "null", "#null!", "nan", ".", "-", "none"}

// writtenAbsent is what R and other programs write for no answer.
const writtenAbsent = "NA"

// customary are numbers that often stand for no answer.
var customary = []float64{-66, -77, -88, -99, -666, -777, -888, -999, -9999}

// weighed is what a column's cells speak for, kept since it takes a look at
// every one of them.
type weighed struct {
	evidence
	digits bool
}

// weigh returns the evidence of a column. Digits written as text are numbers
// where digits is set.
func weigh(s *store, digits bool) evidence {
	if s == nil {
		return gatherEvidence(s, digits)
	}
	if s.weighed == nil || s.weighed.digits != digits {
		s.weighed = &weighed{gatherEvidence(s, digits), digits}
	}
	return s.weighed.evidence
}

func gatherEvidence(s *store, digits bool) evidence {
	e := evidence{absent: map[string]int{}, negative: map[float64]int{}}
	weigh := func(c sheet.Cell, n int) bool {
		e.filled += n
		e.distinct++
		switch {
		case c.Uncached || c.Type == sheet.Error:
			e.problems += n
		case c.Type == sheet.Date && isTimeOfDay(c):
			e.texts += n
		case c.Type == sheet.Date:
			e.dates += n
		case c.Type == sheet.Number:
			e.number(c.Number, n)
			if math.Abs(c.Number) >= 1e15 {
				e.codes += n
			}
		case c.Type == sheet.Text:
			e.text(clean(c.Text), n, digits)
		default:
			e.texts += n
		}
		return true
	}
	if s != nil && s.form == formNumbers && digits {
		s.weighNumbers(&e, weigh)
	} else {
		s.each(weigh)
	}
	return e
}

func (e *evidence) number(x float64, n int) {
	e.numbers += n
	if x == math.Trunc(x) {
		e.whole += n
	}
	if x >= 0 {
		e.positive = true
	} else if slices.Contains(customary, x) {
		e.negative[x] += n
	}
}

func (e *evidence) text(s string, n int, digits bool) {
	e.longest = max(e.longest, utf8.RuneCountInString(s))
	if isBroken(s) {
		e.broken += n
	}
	if !digits {
		e.texts += n
		return
	}
	x, comma, ok := writtenNumber(s)
	switch {
	case !ok && slices.Contains(absentWords, strings.ToLower(s)):
		e.absent[s] += n
	case !ok:
		e.texts += n
		if isPower(s) {
			e.cut += n
		}
	default:
		e.number(x, n)
		whole, rest, _ := strings.Cut(strings.TrimPrefix(s, "-"), ",")
		group, _, _ := strings.Cut(whole, ".")
		switch {
		case hasNeedlessZero(strings.TrimPrefix(s, "-")) || len(s) > 15 && !strings.ContainsAny(s, ".,") || len(s) >= 12 && !strings.ContainsAny(s, ".,-"):
			e.codes += n
		case comma && len(rest) == 3 && len(whole) <= 3 && whole != "0":
			e.unsure += n
		case comma:
			e.commas += n
		case strings.Contains(s, "."):
			e.points += n
			if len(whole) == len(group)+4 && len(group) <= 3 && strings.Trim(group, "0") != "" {
				e.triples += n
			}
		}
	}
}

// writtenNumber parses a number with a decimal point or comma; points between
// groups of three digits may stand before a comma.
func writtenNumber(s string) (x float64, comma, ok bool) {
	if x, ok = plainNumber(s); ok || strings.Count(s, ",") != 1 {
		return x, false, ok
	}
	x, ok = commaNumber(s)
	return x, true, ok
}

// commaNumber parses a number with a decimal comma, or none, and points between
// groups of three digits, or none: 1.234,5 and 2.500.
func commaNumber(s string) (float64, bool) {
	whole, rest, comma := strings.Cut(s, ",")
	groups := strings.Split(strings.TrimPrefix(whole, "-"), ".")
	for k, g := range groups {
		if k > 0 && len(g) != 3 || g == "" || len(groups) > 1 && len(g) > 3 {
			return 0, false
		}
	}
	if comma && (rest == "" || strings.Trim(rest, "0123456789") != "") {
		return 0, false
	}
	return plainNumber(strings.ReplaceAll(whole, ".", "") + "." + rest)
}

// isPower reports whether s is a number as Excel shows long ones: 3.29E+09.
func isPower(s string) bool {
	i := strings.Index(s, "E+")
	return i > 0 && i+2 < len(s) && strings.Trim(s[:i], "0123456789.,") == "" && strings.Trim(s[i+2:], "0123456789") == ""
}

// isBroken reports whether s shows that a file was read in a wrong encoding on
// its way.
func isBroken(s string) bool {
	if isASCII(s) {
		return strings.Contains(s, "<U+") || hasLostLetter(s)
	}
	for _, mark := range []string{"Ã¸", "Ã¦", "Ã¥", "Ã˜", "Ã†", "Ã…", "Ã©", "Ã¤", "Ã¶", "Ã¼", "â€", "‰Û", "\ufffd", "<U+"} {
		if strings.Contains(s, mark) {
			return true
		}
	}
	return hasLostLetter(s)
}

// infer decides about a column by what is in it.
func (d *draft) infer(column int) MappedVariable {
	heading := d.named(column)
	v := MappedVariable{Name: d.nameOf(column), Label: d.label(column), Kind: survey.KindText.String(), Columns: []string{heading}}
	s := d.table.store(column)
	e := weigh(s, d.texts)
	if e.broken > 0 {
		d.guess("%s: %s cells have letters damaged by a wrong encoding", survey.Quote(heading), thousands(e.broken))
	}
	if e.cut > 0 {
		d.guess("%s: %s cells are long numbers that Excel has cut, such as 3.29E+09; read as text", survey.Quote(heading), thousands(e.cut))
	}
	known := e.filled - e.problems
	order, isDate := dateOrder(s)
	isDate = isDate && known > 0 && e.numbers == 0 && (d.texts || e.texts == 0)
	switch {
	case isDate && order == "":
		d.guess("%s: dates with day and month in an order that nothing settles; read as text", survey.Quote(heading))
	case isDate:
		v.Kind = survey.KindDate.String()
		if e.dates < known {
			v.DateOrder = order
			if order != yearFirst {
				d.guess("%s: dates with the %s first", survey.Quote(heading), map[string]string{dayFirst: "day", monthFirst: "month"}[order])
			}
		}
	case e.numbers > 0 && e.texts+e.dates == 0:
		d.inferNumber(&v, e, column)
	case e.numbers > 0 && e.dates == 0 && e.numbers >= 4*e.texts && d.texts:
		d.guess("%s: %s of %s cells are not plain numbers; read as text", survey.Quote(heading), thousands(e.texts), thousands(known))
	default:
		d.inferAbsent(&v, e)
		d.inferChoice(&v, s, e)
	}
	return v
}

// inferAbsent takes NA among words for no answer in plain delimited text, where
// R and other programs write it so. As a category it would be in the base.
func (d *draft) inferAbsent(v *MappedVariable, e evidence) {
	n := e.absent[writtenAbsent]
	if n == 0 || e.texts == 0 || d.isMissingWord(writtenAbsent) || !d.isAbsent(writtenAbsent) {
		return
	}
	v.Missing = append(v.Missing, MissingCode{Value: writtenAbsent, Means: notAnswered})
	d.guess("%s: %s among words is no answer, in %s cells", survey.Quote(v.Columns[0]), survey.Quote(writtenAbsent), thousands(n))
}

// inferNumber decides what kind of numbers a column holds.
func (d *draft) inferNumber(v *MappedVariable, e evidence, column int) {
	name := survey.Quote(d.named(column))
	// The file is read again to know it, so that only a doubt asks.
	declared := func() bool {
		return d.table.delimited && slices.Contains(d.page.workbook.Dialect().DecimalComma, column)
	}
	switch {
	case e.codes > 0:
		d.guess("%s: digits that are codes, with zeros in front or too many for a number; read as text", name)
		return
	case e.commas+e.unsure > 0 && (e.points > e.triples || e.points > 0 && e.commas == 0 && !declared()):
		d.guess("%s: numbers with decimal points and with commas; read as text", name)
		return
	case e.unsure > 0 && e.commas == 0 && !declared():
		d.guess("%s: the comma may be a decimal comma or stand between thousands; read as text", name)
		return
	case e.triples > 0 && e.triples == e.points && e.commas == 0 && !d.commaSeparated() && !declared():
		d.guess("%s: the point may be a decimal point or stand between thousands; read as text, and as a decimal point where the questionnaire asks for a number", name)
		return
	case e.commas+e.unsure > 0 || e.points > 0 && declared():
		v.DecimalComma = true
		d.guess("%s: numbers with a decimal comma", name)
	}
	v.Kind = survey.KindDecimal.String()
	if e.whole == e.numbers && e.points+e.commas == 0 {
		v.Kind = survey.KindInteger.String()
	}
	for _, word := range absentWords {
		if d.isMissingWord(word) {
			continue
		}
		for written, n := range e.absent {
			if strings.EqualFold(written, word) {
				v.Missing = append(v.Missing, MissingCode{Value: word, Means: notAnswered})
				d.guess("%s: %s among numbers is no answer, in %s cells", name, survey.Quote(word), thousands(n))
				break
			}
		}
	}
	for _, x := range customary {
		if n := e.negative[x]; n > 0 && e.positive && !d.isMissing(x) {
			d.guess("%s: %s in %s cells is read as a number; say in the mapping if it stands for no answer", name, cellText(sheet.Cell{Type: sheet.Number, Number: x}), thousands(n))
		}
	}
}

// commaSeparated reports whether commas stand between fields: whoever writes
// that writes a point before decimals.
func (d *draft) commaSeparated() bool {
	return d.table.delimited && d.page.workbook.Dialect().Separator == ','
}

func (d *draft) isMissing(x float64) bool {
	return slices.ContainsFunc(d.m.Missing, func(c MissingCode) bool {
		n, ok := plainNumber(c.Value)
		return ok && n == x
	})
}

func hasNeedlessZero(s string) bool {
	return len(s) > 1 && s[0] == '0' && s[1] != '.' && s[1] != ','
}

// shortName is asciiName for headings that may be whole questions.
func shortName(heading string, n int) string {
	const most = 48
	name := asciiName(heading, n)
	if len(name) <= most || name == heading {
		return name
	}
	name = name[:most]
	if i := strings.LastIndexByte(name, '_'); i > most/2 {
		name = name[:i]
	}
	return name
}
