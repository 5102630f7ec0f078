package study

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"stikprove/survey"
	"stikprove/survey/platform"
)

// block is questions that an export asks again and again, side by side: of
// each case of a respondent.
type block struct {
	prefix    string // of its headings, with {i} for the number
	word      string // what the export calls a case, or empty
	count     int
	questions []blockQuestion
}

// blockQuestion is a question of a block, and where it stands in each of them.
type blockQuestion struct {
	export string // of its headings, with {i} and, where there is one per option, {code}
	label  string
	of     []platform.MappedVariable // by block
}

// numbered parts a heading into what stands before a number, the number, the
// marks after it and what is asked.
var numbered = regexp.MustCompile(`^(\D*?)(\d{1,2})([^\pL\d]*)(\pL.*)$`)

// questionNumbers are the words before a number that count questions, not
// cases.
var questionNumbers = []string{"q", "qid", "question", "spm", "sp", "spørgsmål", "spoergsmaal", "s_", "v", "var", "x", "item", "column", "felt", "field", ""}

// findBlocks returns the blocks among variables: at least two of them, numbered
// from 1, each with the same two questions or more, whose words differ by the
// number alone.
func findBlocks(variables []platform.MappedVariable, d *survey.Dataset) []block {
	type question struct{ prefix, rest string }
	found := map[question]map[int]platform.MappedVariable{}
	var order []question
	prefixes := map[string]bool{}
	var inOrder []string
	for _, v := range variables {
		prefix, rest, number, ok := template(v)
		if !ok || v.Role != "answer" || v.Remainder || d.Column(v.Name) == nil {
			continue
		}
		key := question{prefix, rest}
		if found[key] == nil {
			found[key] = map[int]platform.MappedVariable{}
			order = append(order, key)
		}
		found[key][number] = v
		if !prefixes[prefix] {
			prefixes[prefix] = true
			inOrder = append(inOrder, prefix)
		}
	}
	var blocks []block
	for _, prefix := range inOrder {
		b := block{prefix: prefix}
		whole := true
		for _, key := range order {
			if key.prefix != prefix {
				continue
			}
			q := blockQuestion{export: prefix + key.rest}
			for i := 1; found[key][i].Name != ""; i++ {
				q.of = append(q.of, found[key][i])
			}
			if b.count == 0 {
				b.count = len(q.of)
			}
			whole = whole && len(q.of) == b.count && len(q.of) == len(found[key]) && alikeButNumber(q.of)
			b.questions = append(b.questions, q)
		}
		if whole && b.count > 1 && len(b.questions) > 1 {
			b.name()
			blocks = append(blocks, b)
		}
	}
	return append(blocks, endings(variables, d)...)
}

// suffixed parts a heading that ends with the number of a block.
var suffixed = regexp.MustCompile(`^(.*\pL)[_ .-]+(\d{1,2})$`)

// endings returns the blocks whose numbers stand behind the questions, block by
// block: age_1, sex_1, age_2, sex_2. Where they stand question by question, as
// in food_1, food_2, room_1, room_2, they are grids.
func endings(variables []platform.MappedVariable, d *survey.Dataset) []block {
	var blocks []block
	for i := 0; i < len(variables); i++ {
		var b block
		n := 0
		for ; i+n < len(variables); n++ {
			v := variables[i+n]
			if len(v.Columns) != 1 || v.Role != "answer" || v.Remainder || v.Kind == survey.KindMultiple.String() || d.Column(v.Name) == nil {
				break
			}
			m := suffixed.FindStringSubmatch(v.Columns[0])
			if m == nil {
				break
			}
			export := strings.TrimSuffix(v.Columns[0], m[2]) + "{i}"
			switch at := n % max(1, len(b.questions)); {
			case m[2] == "1" && b.count < 2:
				b.questions, b.count = append(b.questions, blockQuestion{export: export, of: []platform.MappedVariable{v}}), 1
				continue
			case len(b.questions) > 1 && b.questions[at].export == export && m[2] == strconv.Itoa(n/len(b.questions)+1):
				b.questions[at].of = append(b.questions[at].of, v)
				b.count = n/len(b.questions) + 1
				continue
			}
			break
		}
		whole := b.count > 1 && n == b.count*len(b.questions)
		for k := range b.questions {
			q := &b.questions[k]
			q.label = strings.TrimRight(strings.TrimSuffix(q.of[0].Label, "1"), " _-.:")
			whole = whole && alikeButNumber(q.of)
		}
		if whole {
			blocks = append(blocks, b)
			i += n - 1
		}
	}
	return blocks
}

// template returns the part of v's headings that its block has in common, with
// {i} for the block's number, and the rest, with {code} for an option's.
func template(v platform.MappedVariable) (prefix, rest string, number int, ok bool) {
	for k, column := range v.Columns {
		m := numbered.FindStringSubmatch(column)
		if m == nil || slices.Contains(questionNumbers, strings.ToLower(strings.TrimRight(m[1], " _-."))) {
			return "", "", 0, false
		}
		p, r := m[1]+"{i}"+m[3], m[4]
		n, _ := strconv.Atoi(m[2]) // two digits
		if v.Kind == survey.KindMultiple.String() && v.Separator == "" {
			if k >= len(v.Options) || v.Options[k].Code == "" || !strings.HasSuffix(r, v.Options[k].Code) {
				return "", "", 0, false
			}
			r = strings.TrimSuffix(r, v.Options[k].Code) + "{code}"
		}
		if k > 0 && (p != prefix || r != rest || n != number) {
			return "", "", 0, false
		}
		prefix, rest, number = p, r, n
	}
	return prefix, rest, number, len(v.Columns) > 0 && !strings.ContainsAny(prefix+rest, "$")
}

var numberWritten = regexp.MustCompile(`\d+`)

// alikeButNumber reports whether the blocks ask the same.
func alikeButNumber(of []platform.MappedVariable) bool {
	if len(of) == 0 {
		return false
	}
	words := func(v platform.MappedVariable) string { return numberWritten.ReplaceAllString(v.Label, "#") }
	return !slices.ContainsFunc(of, func(v platform.MappedVariable) bool { return words(v) != words(of[0]) })
}

// name takes the words that all questions of the first block begin with, such
// as "1. sag:", off their labels, and what is called there a case.
func (b *block) name() {
	common := b.questions[0].of[0].Label
	for _, q := range b.questions {
		common = commonPrefix(common, q.of[0].Label)
	}
	end := strings.LastIndexFunc(common, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	common = common[:end+1]
	if !strings.Contains(common, "1") {
		common = ""
	}
	b.word = strings.Join(strings.FieldsFunc(common, func(r rune) bool { return !unicode.IsLetter(r) }), " ")
	for i := range b.questions {
		q := &b.questions[i]
		q.label = strings.TrimSpace(strings.TrimPrefix(q.of[0].Label, common))
		if q.label == "" {
			q.label = q.of[0].Label
		}
	}
}

// commonPrefix returns what a and b begin with, in whole letters.
func commonPrefix(a, b string) string {
	n := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		n = i + len(string(r))
	}
	return a[:n]
}

// written is how the columns of the block are headed.
func (b block) written() string {
	if b.prefix != "" {
		return b.prefix
	}
	return b.questions[0].export
}

// holds reports whether a block has the variable.
func (b block) holds(name string) bool {
	for _, q := range b.questions {
		for _, v := range q.of {
			if v.Name == name {
				return true
			}
		}
	}
	return false
}

// kind returns what all blocks of a question can be read as: where one of them
// is empty, what the others are, and text where they differ.
func (q blockQuestion) kind(d *survey.Dataset) string {
	kind := ""
	for _, v := range q.of {
		c := d.Column(v.Name)
		switch {
		case c == nil || !answered(c):
		case kind == "" || kind == v.Kind:
			kind = v.Kind
		case isNumber(kind) && isNumber(v.Kind):
			kind = survey.KindDecimal.String()
		default:
			return survey.KindText.String()
		}
	}
	if kind == "" {
		return survey.KindText.String()
	}
	return kind
}

func isNumber(kind string) bool {
	return kind == survey.KindInteger.String() || kind == survey.KindDecimal.String()
}

// answered reports whether anybody did.
func answered(c *survey.Column) bool {
	for i := range c.Rows() {
		if c.Missing(i) == survey.Present {
			return true
		}
	}
	return false
}

// options returns the options of all blocks, each once.
func (q blockQuestion) options() []platform.MappedOption {
	var all []platform.MappedOption
	for _, v := range q.of {
		for _, o := range v.Options {
			if !slices.ContainsFunc(all, func(a platform.MappedOption) bool { return a.Name == o.Name || a.Code == o.Code }) {
				all = append(all, o)
			}
		}
	}
	return all
}
