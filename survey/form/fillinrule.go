package form

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// maxFillInText is the longest text that a form takes, as reading does.
const maxFillInText = 2000

// formula returns a rule of q as a formula for one block, and whether it is all
// of it.
func (g *pager) formula(rule *survey.Rule, q survey.Question, block int) (string, bool) {
	return rule.Formula(survey.FormulaSheet{
		Question: func(name string) *survey.Question {
			if name == "." {
				name = q.Name
			}
			return g.Instrument.Question(name)
		},
		Cell: func(name string, option int) string {
			if name == "." {
				name = q.Name
			}
			return g.cell(name, option, block)
		},
		Shown: func(name string, option int) string {
			if name == "." {
				name = q.Name
			}
			return g.shown(*g.Instrument.Question(name), option)
		},
	})
}

// cell returns the address of an answer as formulas of this page take it: of
// another page by a name, since not every program lets a rule for looks name a
// sheet. "" where the form does not have the question.
func (g *pager) cell(question string, option, block int) string {
	at, ok := g.spots[question]
	if !ok || at.roster != g.part && at.roster != "" {
		return ""
	}
	if at.roster != g.part {
		block = 0
	}
	first, last := at.row, at.row+max(at.boxes, 1)-1
	if option >= 0 && at.boxes > 0 {
		first, last = at.row+option, at.row+option
	}
	letters := survey.ColumnName(answerColumn + block)
	cells := fmt.Sprintf("$%s$%d", letters, first)
	if last > first {
		cells += fmt.Sprintf(":$%s$%d", letters, last)
	}
	if at.roster == g.part {
		return cells
	}
	name := "answer_" + strings.Map(func(r rune) rune {
		if r == '-' || r == '.' {
			return '_'
		}
		return r
	}, question)
	if option >= 0 && at.boxes > 0 {
		name += fmt.Sprintf("_option%d", option+1)
	}
	if !g.named[name] {
		g.named[name] = true
		g.names = append(g.names, sheet.PageName{Name: name, Cells: "'" + g.sheets[at.roster] + "'!" + cells})
	}
	return name
}

// cells returns the addresses of a question's answer cells in one block.
func (g *pager) cells(q survey.Question, block int) string {
	at := g.spots[q.Name]
	first := survey.CellName(at.row, answerColumn+block)
	if at.boxes < 2 {
		return first
	}
	return first + ":" + survey.CellName(at.row+at.boxes-1, answerColumn+block)
}

// remark keeps a rule that the form does not hold by itself, once.
func (g *pager) remark(q survey.Question, words string, rule *survey.Rule) {
	s := fmt.Sprintf("%s: %s: %s", q.Name, g.say[words], survey.MaskCPR(strings.Join(strings.Fields(rule.Source), " ")))
	if !slices.Contains(g.remarks, s) {
		g.remarks = append(g.remarks, s)
	}
}

// shade greys a question that is not asked and marks answers that cannot stand.
func (g *pager) shade(q survey.Question, first int) {
	for block := range g.blocks[g.part] {
		cells := g.cells(q, block)
		answered := fmt.Sprintf("COUNTA(%s)>0", g.cell(q.Name, -1, block))
		if q.Constraint != nil && len(q.Options) > 0 {
			if formula, whole := g.formula(q.Constraint, q, block); formula != "" {
				g.wrong(cells, "AND("+answered+",NOT("+formula+"))")
				if !whole {
					g.remark(q, "constraint in part", q.Constraint)
				}
			} else {
				g.remark(q, "constraint", q.Constraint)
			}
		}
		if q.Relevant == nil {
			continue
		}
		formula, whole := g.formula(q.Relevant, q, block)
		if !whole {
			g.remark(q, map[bool]string{true: "relevant", false: "relevant in part"}[formula == ""], q.Relevant)
		}
		if formula == "" {
			continue
		}
		g.wrong(cells, "AND("+answered+",NOT("+formula+"))")
		grey := cells
		if g.part == "" {
			grey = survey.CellName(first, numberColumn) + ":" + survey.CellName(g.row, g.last())
		}
		g.p.Shades = append(g.p.Shades, sheet.PageShade{Cells: grey, Formula: "NOT(" + formula + ")"})
	}
}

func (g *pager) wrong(cells, formula string) {
	g.p.Shades = append(g.p.Shades, sheet.PageShade{Cells: cells, Formula: formula, Wrong: true})
}

// limit holds the answer in a cell to the question's kind and constraint.
func (g *pager) limit(q survey.Question, at string, block int) {
	if q.Kind == survey.KindSingle {
		n := g.list(q)
		g.p.Choices = append(g.p.Choices, sheet.PageChoice{Cells: at, From: sheet.RangeOf(fillInLists, 2*n-1, 3, 2+len(q.Options)), Error: g.say["choose"]})
		return
	}
	l := sheet.PageLimit{Cells: at, Error: g.refusal(q)}
	test := ""
	switch q.Kind {
	case survey.KindText:
		l.Kind, l.Most, test = sheet.LimitLength, strconv.Itoa(maxFillInText), fmt.Sprintf("LEN(%s)<=%d", at, maxFillInText)
	case survey.KindInteger:
		l.Kind, test = sheet.LimitWhole, fmt.Sprintf("ISNUMBER(%s),MOD(%s,1)=0", at, at)
	case survey.KindDate:
		l.Kind, test = sheet.LimitDate, "ISNUMBER("+at+")"
	default:
		test = "ISNUMBER(" + at + ")"
	}
	if band, ok := bandOf(q); ok {
		l.Least, l.Most = cmp.Or(bound(band.From, q.Kind), l.Least), cmp.Or(bound(band.To, q.Kind), l.Most)
	} else if q.Constraint != nil {
		formula, whole := g.formula(q.Constraint, q, block)
		if formula != "" {
			l.Formula = "AND(" + test + "," + formula + ")"
		}
		if !whole {
			g.remark(q, map[bool]string{true: "constraint", false: "constraint in part"}[formula == ""], q.Constraint)
		}
	}
	g.p.Limits = append(g.p.Limits, l)
}

// bandOf returns the bounds of a number or day, where the constraint is nothing
// but bounds.
func bandOf(q survey.Question) (survey.Band, bool) {
	if q.Constraint == nil || q.Kind == survey.KindText || !q.Constraint.Checked() {
		return survey.Band{}, false
	}
	return q.Constraint.Range()
}

// bound returns an end of a band as a formula, "" where it is open.
func bound(n float64, kind survey.Kind) string {
	const epoch = 25569 // 1970-01-01 as Excel counts days
	switch {
	case math.IsInf(n, 0):
		return ""
	case kind == survey.KindDate:
		n += epoch
	}
	return strconv.FormatFloat(n, 'f', -1, 64)
}

// refusal returns what is said to an answer that cannot stand.
func (g *pager) refusal(q survey.Question) string {
	if said := g.words(q.ConstraintMessage); said != "" {
		return said
	}
	s := g.say["want "+q.Kind.String()]
	if b := g.between(q); b != "" && q.Kind != survey.KindDate {
		s += " " + b
	}
	return s + "."
}

// between words the bounds of an answer, "" where there are none.
func (g *pager) between(q survey.Question) string {
	b, ok := bandOf(q)
	if !ok {
		return ""
	}
	from, to := g.number(b.From, q.Kind), g.number(b.To, q.Kind)
	least, most := g.say["at least"], g.say["at most"]
	if q.Kind == survey.KindDate {
		least, most = g.say["from day"], g.say["to day"]
	}
	switch {
	case !math.IsInf(b.From, 0) && !math.IsInf(b.To, 0):
		return fmt.Sprintf(g.say["from to"], from, to)
	case !math.IsInf(b.From, 0):
		return fmt.Sprintf(least, from)
	case !math.IsInf(b.To, 0):
		return fmt.Sprintf(most, to)
	}
	return ""
}

// number writes a bound as the language does.
func (g *pager) number(n float64, kind survey.Kind) string {
	if kind == survey.KindDate && !math.IsInf(n, 0) {
		day := time.Unix(int64(n)*86400, 0).UTC()
		if g.Language == "da" {
			return day.Format("02-01-2006")
		}
		return day.Format(time.DateOnly)
	}
	s := strconv.FormatFloat(n, 'f', -1, 64)
	if g.Language == "da" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

// guidance returns what helps with a question: when it is asked, what an answer
// is, and its hint.
func (g *pager) guidance(q survey.Question) string {
	var parts []string
	if q.Relevant != nil {
		parts = append(parts, g.when(q.Relevant))
	}
	kind := g.say["kind "+q.Kind.String()]
	if b := g.between(q); b != "" {
		kind += " " + b
	}
	parts = append(parts, kind+".")
	if q.Kind == survey.KindMultiple || q.Kind == survey.KindText {
		if said := g.words(q.ConstraintMessage); said != "" {
			parts = append(parts, said)
		}
	}
	if hint := g.words(q.Hint); hint != "" {
		parts = append(parts, hint)
	}
	return strings.Join(parts, " ")
}

// when says when a question is asked: in words where that is simple.
func (g *pager) when(rule *survey.Rule) string {
	m := simple.FindStringSubmatch(strings.TrimSpace(rule.Source))
	if m != nil {
		if q := g.Instrument.Question(m[1] + m[2]); q != nil && q.Option(m[3]) >= 0 {
			return fmt.Sprintf(g.say["only if is"], g.numbers[q.Name], g.shown(*q, q.Option(m[3])))
		}
	}
	var order []int
	for _, name := range rule.Questions() {
		if n := g.numbers[name]; n > 0 {
			order = append(order, n)
		}
	}
	slices.Sort(order)
	var numbers []string
	for _, n := range order {
		numbers = append(numbers, strconv.Itoa(n))
	}
	if len(numbers) == 0 {
		return g.say["only some"]
	}
	return fmt.Sprintf(g.say["depends"], strings.Join(numbers, ", "))
}
