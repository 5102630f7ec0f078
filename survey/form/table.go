package form

import (
	"slices"
	"strconv"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// table is a sheet of the form, found by its headings in row 1.
type table struct {
	grid    *sheet.Grid
	columns map[string]map[string]int // heading, language tag: column from 1
}

// headings gives for headings seen in the wild the one used here.
var headings = map[string]string{
	"relevance": "relevant", "list": "list_name", "value": "name", "constraint_msg": "constraint_message",
	"title": "form_title", "id_string": "form_id", "set_form_title": "form_title", "set_form_id": "form_id",
}

// translated are the headings that may be followed by a language.
var translated = []string{"label", "hint", "constraint_message", "form_title"}

// table reads the sheet called name, whatever the case of its letters. It
// returns nil where there is none, a problem if it is needed.
func (r *reader) table(w *sheet.Workbook, name string, needed bool) *table {
	if !needed && !w.Has(name) {
		return nil
	}
	grid, err := w.Read(name)
	if err != nil {
		r.problems.Add(r.file, err)
		return nil
	}
	t := &table{grid: grid, columns: map[string]map[string]int{}}
	for column := 1; column <= grid.Columns(); column++ {
		written := clean(cellText(grid.Cell(1, column)))
		if written == "" {
			continue
		}
		heading, language := splitHeading(written)
		if language != "" && !slices.Contains(r.languages, language) {
			r.languages = append(r.languages, language)
		}
		if t.columns[heading] == nil {
			t.columns[heading] = map[string]int{}
		}
		if first := t.columns[heading][language]; first > 0 {
			r.problem(t, 1, column, "", "got the heading %s again, first in %s", survey.Quote(written), survey.CellName(1, first))
			continue
		}
		t.columns[heading][language] = column
	}
	r.unreadable(t)
	return t
}

// unreadable reports the cells that have an error or no value.
func (r *reader) unreadable(t *table) {
	for row := 1; row <= t.grid.Rows(); row++ {
		for column := 1; column <= t.grid.Columns(); column++ {
			switch c := t.grid.Cell(row, column); {
			case c.Uncached:
				r.problem(t, row, column, "", "formula has no stored value; open and save the workbook in Excel")
			case c.Type == sheet.Error:
				r.problem(t, row, column, "", "got the error %s, want a text", c.Text)
			}
		}
	}
}

// splitHeading returns a heading as used here and the tag of its language,
// from label::Dansk (da), label:English or label..English.
func splitHeading(written string) (heading, language string) {
	heading = strings.ReplaceAll(strings.ToLower(written), " ", "_")
	for _, base := range translated {
		for _, mark := range []string{"::", ":", ".."} {
			if strings.HasPrefix(heading, base+mark) {
				return base, languageTag(written[len(base)+len(mark):])
			}
		}
	}
	if usual, ok := headings[heading]; ok {
		heading = usual
	}
	return heading, ""
}

// languageTags gives the tags of languages that forms name without one.
var languageTags = map[string]string{
	"dansk": "da", "danish": "da", "english": "en", "engelsk": "en", "svenska": "sv", "swedish": "sv", "norsk": "nb",
	"norwegian": "nb", "deutsch": "de", "german": "de", "tysk": "de", "français": "fr", "french": "fr", "español": "es",
	"spanish": "es", "kalaallisut": "kl", "føroyskt": "fo",
}

// languageTag returns the tag of a language written as "Dansk (da)", by name,
// or as the tag itself.
func languageTag(written string) string {
	s := strings.ToLower(clean(written))
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(s, ")") {
		if tag := strings.TrimSpace(s[open+1 : len(s)-1]); tag != "" {
			return tag
		}
	}
	if tag, ok := languageTags[s]; ok {
		return tag
	}
	return s
}

// column returns the column of heading, or 0.
func (t *table) column(heading string) int { return t.columns[heading][""] }

// text returns the text under heading in row, "" where there is none.
func (t *table) text(row int, heading string) string {
	if column := t.column(heading); column > 0 {
		return clean(cellText(t.grid.Cell(row, column)))
	}
	return ""
}

// words returns the texts under heading in every language. fallback is the
// language of the heading that has none.
func (t *table) words(row int, heading, fallback string) survey.Text {
	var words survey.Text
	for language, column := range t.columns[heading] {
		s := clean(cellText(t.grid.Cell(row, column)))
		if s == "" {
			continue
		}
		if language == "" {
			if language = fallback; t.columns[heading][language] > 0 && language != "" {
				continue // the language has a heading of its own
			}
		}
		if words == nil {
			words = survey.Text{}
		}
		words[language] = s
	}
	return words
}

// blank reports whether row holds nothing.
func (t *table) blank(row int) bool {
	for column := 1; column <= t.grid.Columns(); column++ {
		if clean(cellText(t.grid.Cell(row, column))) != "" {
			return false
		}
	}
	return true
}

func (t *table) at(row, column int, name, message string) survey.Problem {
	return survey.Problem{File: t.grid.File(), Sheet: t.grid.Sheet(), Row: row, Column: column, Variable: name, Message: message}
}

// cellText returns what a cell of a form says. Excel stores codes as numbers,
// so that 1 and -999.0 are written as whole numbers again.
func cellText(c sheet.Cell) string {
	switch c.Type {
	case sheet.Number:
		return strconv.FormatFloat(c.Number, 'f', -1, 64)
	case sheet.Empty, sheet.Error:
		return ""
	default:
		return c.Text
	}
}

// clean trims s and makes its no-break spaces ordinary; line breaks within
// stay, as a label may have them.
func clean(s string) string {
	return strings.TrimSpace(strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\ufeff", "").Replace(s))
}
