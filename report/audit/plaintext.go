package audit

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	markdownHeading = regexp.MustCompile(`^#{1,6}\s+(.*?)\s*#*$`)
	markdownRule    = regexp.MustCompile(`^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$`)
	markdownItem    = regexp.MustCompile(`^\s*(?:[-*+]|\d{1,3}[.)])\s+`)
	markdownLink    = regexp.MustCompile(`!?\[([^\]]*)\]\([^)]*\)`)
	markdownMarks   = strings.NewReplacer("**", "", "__", "", "`", "", "\\%", "%")
	textItem        = regexp.MustCompile(`^\s*(?:[•·●○▪■◦‣–*\x{f0b7}\x{f0a7}-]|\d{1,3}[.)])\s+`)
	textRow         = regexp.MustCompile(`^(.*\S)\s+(\d{1,3}(?:[.,]\d{3})+|\d{1,9}(?:[.,]\d)?)\s*%?$`)
	textRowOfTwo    = regexp.MustCompile(`^(.*\S)(?:\s+(\d{1,3}(?:[.,]\d{3})+|\d{3,9})|\s{2,}(\d{1,9}))\s+(\d{1,3}(?:[.,]\d)?)\s*%?$`)
	yearAlone       = regexp.MustCompile(`^(?:19|20)\d\d$`)
	rankAlone       = regexp.MustCompile(`(?i)^(?:top|nedre|øverste|nederste|bund|bottom|highest|lowest)$`)
	softHyphen      = regexp.MustCompile(`(\p{Ll})-$`)
)

// readMarkdown reads Markdown: headings, paragraphs, list items and tables with
// bars.
func readMarkdown(source []byte) ([]block, error) {
	var blocks []block
	var words []string
	from := 0
	flush := func() {
		blocks = put(blocks, paragraph, strings.Join(words, " "), fmt.Sprintf("l. %d", from))
		words = nil
	}
	fenced := false
	for i, line := range lines(source) {
		at := fmt.Sprintf("l. %d", i+1)
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			fenced = !fenced
			flush()
			continue
		}
		if fenced {
			continue
		}
		plain := markdownMarks.Replace(markdownLink.ReplaceAllString(line, "$1"))
		switch trimmed := strings.TrimSpace(plain); {
		case trimmed == "":
			flush()
		case markdownHeading.MatchString(trimmed):
			flush()
			blocks = put(blocks, heading, markdownHeading.FindStringSubmatch(trimmed)[1], at)
		case strings.HasPrefix(trimmed, "|"):
			flush()
			if markdownRule.MatchString(trimmed) {
				continue
			}
			blocks = putRow(blocks, barred(trimmed), at)
		default:
			if markdownItem.MatchString(plain) {
				flush()
				trimmed = strings.TrimSpace(markdownItem.ReplaceAllString(plain, ""))
			}
			if len(words) == 0 {
				from = i + 1
			}
			words = append(words, strings.Trim(trimmed, "_*"))
		}
	}
	flush()
	return blocks, nil
}

func lines(source []byte) []string {
	s := strings.ToValidUTF8(strings.TrimPrefix(string(source), "\ufeff"), "\ufffd")
	return strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n").Replace(s), "\n")
}

// barred splits a row of a Markdown table.
func barred(line string) []string {
	cells := strings.Split(strings.Trim(line, "|"), "|")
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells
}

// putRow adds a row to the table that ends the blocks, or begins one.
func putRow(blocks []block, cells []string, at string) []block {
	if n := len(blocks); n > 0 && blocks[n-1].kind == table {
		blocks[n-1].rows = append(blocks[n-1].rows, cells)
		return blocks
	}
	return appended(blocks, block{kind: table, rows: [][]string{cells}}, at)
}

// readText reads plain text. A table is the lines after a caption that end in
// one number or two, until its note; what is not one is words.
func readText(source []byte) ([]block, error) {
	var blocks []block
	all := lines(source)
	for i := 0; i < len(all); i++ {
		at := fmt.Sprintf("l. %d", i+1)
		line := strings.TrimSpace(all[i])
		if line == "" {
			continue
		}
		if titled(all, i) {
			blocks = put(blocks, heading, line, at)
			continue
		}
		text, next := gathered(all, i)
		blocks = put(blocks, paragraph, text, at)
		i = next - 1
		if n := len(blocks); n > 0 && blocks[n-1].kind == caption {
			if rows, end := textTable(all, next); len(rows) > 2 {
				blocks = appended(blocks, block{kind: table, rows: rows}, fmt.Sprintf("l. %d", next+1))
				i = end - 1
			}
		}
	}
	return blocks, nil
}

// titled reports whether a line is a heading over the text that follows at once:
// a few words without an end, and below them a longer line that begins one.
func titled(all []string, i int) bool {
	line := strings.TrimSpace(all[i])
	if i+1 >= len(all) || i > 0 && strings.TrimSpace(all[i-1]) != "" || captionForm.MatchString(line) || noteForm.MatchString(line) || textItem.MatchString(all[i]) {
		return false
	}
	next := strings.TrimSpace(all[i+1])
	r, _ := utf8.DecodeRuneInString(next)
	last, _ := utf8.DecodeLastRuneInString(line)
	return len(strings.Fields(line)) <= 8 && len(next) > len(line) && (unicode.IsUpper(r) || textItem.MatchString(next)) && (unicode.IsLetter(last) || unicode.IsDigit(last)) && !textRow.MatchString(line)
}

// gathered joins the lines of one paragraph, and says where the next begins.
func gathered(all []string, from int) (string, int) {
	text := strings.TrimSpace(textItem.ReplaceAllString(all[from], ""))
	alone := captionForm.MatchString(text)
	i := from + 1
	for ; i < len(all); i++ {
		line := strings.TrimSpace(all[i])
		if line == "" && !alone {
			if next, ok := goesOn(all, i, text); ok {
				i, line = next, strings.TrimSpace(all[next])
			}
		}
		if line == "" || textItem.MatchString(all[i]) || noteForm.MatchString(line) || captionForm.MatchString(line) || alone && textRow.MatchString(line) {
			break
		}
		if softHyphen.MatchString(text) {
			text = strings.TrimSuffix(text, "-") + line
		} else {
			text += " " + line
		}
	}
	return text, i
}

// goesOn finds where a sentence goes on after blank lines, as it does where a
// page was laid out in blocks: it is not ended, and a small letter follows.
func goesOn(all []string, i int, text string) (int, bool) {
	for next := i + 1; next < len(all) && next <= i+2; next++ {
		line := strings.TrimSpace(all[next])
		if line == "" {
			continue
		}
		r, _ := utf8.DecodeRuneInString(line)
		return next, unicode.IsLower(r) && !strings.ContainsRune(".:;!?)", rune(text[len(text)-1]))
	}
	return 0, false
}

// textTable reads the rows of a table whose columns are set with blanks.
func textTable(all []string, from int) (rows [][]string, end int) {
	end = from
	quiet := 0
	for i := from; i < len(all) && quiet < 4; i++ {
		line := strings.TrimSpace(all[i])
		if noteForm.MatchString(line) || captionForm.MatchString(line) || len(line) > 120 {
			break
		}
		if line == "" {
			continue
		}
		m := textRow.FindStringSubmatch(line)
		if two := textRowOfTwo.FindStringSubmatch(line); two != nil {
			m = []string{"", strings.TrimSpace(two[1]), two[2] + two[3], two[4]}
		}
		if m != nil && end == from && yearAlone.MatchString(m[len(m)-1]) { // a heading
			rows = append(rows, m[1:2])
			continue
		}
		if m == nil || rankAlone.MatchString(m[1]) {
			quiet++
			rows = append(rows, []string{line}) // a heading between rows parts the table
			continue
		}
		quiet = 0
		rows, end = append(rows, m[1:]), i+1
	}
	for len(rows) > 0 && len(rows[len(rows)-1]) == 1 {
		rows = rows[:len(rows)-1]
	}
	return rows, end
}
