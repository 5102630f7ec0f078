package study

import (
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// nextText is what is said of a new wave, in one language.
type nextText struct {
	data, eligible, years, given, compare, compareOld, forgotten, decisions, elsewhere, earlier string
}

var nextWords = map[string]nextText{
	"da": {
		data:       "data for den nye runde: læg %s der",
		eligible:   "hvor mange er der nu: %s",
		years:      "nævner %s",
		given:      "et tal, der ikke slås op",
		compare:    "Den tidligere runde; skriv her, hvad der hedder noget andet i den.",
		compareOld: "compare: skriv study: %s, den tidligere runde",
		forgotten:  "%d afgørelser siger ikke, hvilken tekst de er om, og huskes ikke",
		decisions:  "coding.%s: skriv decisions: %s",
		elsewhere:  "%s ligger uden for mappen og er ikke kopieret; se efter, om stien passer",
		earlier:    "sammenligner med den forrige runde; se efter, om svarene hedder det samme",
	},
	"en": {
		data:       "data of the new wave: put %s there",
		eligible:   "how many are there now: %s",
		years:      "says %s",
		given:      "a number that is not looked up",
		compare:    "The earlier wave; say here what is called otherwise in it.",
		compareOld: "compare: write study: %s, the earlier wave",
		forgotten:  "%d decisions do not say which text they are on, and are not remembered",
		decisions:  "coding.%s: write decisions: %s",
		elsewhere:  "%s stands outside the folder and was not copied; see whether the path is right",
		earlier:    "compares with the earlier wave; see whether answers are called the same",
	},
}

var (
	yearWritten     = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	eligibleWritten = regexp.MustCompile(`\beligible:[ \t]*(\d+)`)
	lookedUp        = regexp.MustCompile(`\{\{.*?\}\}`)
)

// places returns what must change, or be looked at, by file and line.
func (n *nextWave) places(stage string) ([]Look, error) {
	looks := n.looks
	for i, line := range strings.Split(n.yaml, "\n") {
		for _, words := range n.inStudy(line) {
			looks = append(looks, Look{File: startStudy, Line: i + 1, Words: words})
		}
	}
	for _, file := range n.files[1:] {
		switch strings.ToLower(filepath.Ext(file)) {
		case ".md", ".yaml", ".yml":
			source, err := readGiven(filepath.Join(stage, filepath.FromSlash(file)))
			if err != nil {
				return nil, err
			}
			for i, line := range strings.Split(string(source), "\n") {
				for _, words := range n.inText(line) {
					looks = append(looks, Look{File: file, Line: i + 1, Words: words})
				}
			}
		case ".xlsx":
			cells, err := n.inForm(stage, file)
			if err != nil {
				return nil, err
			}
			looks = append(looks, cells...)
		}
	}
	return looks, nil
}

// inStudy says what must change in a line of study.yaml.
func (n *nextWave) inStudy(line string) []string {
	var said []string
	code := line
	if strings.HasPrefix(strings.TrimSpace(line), "#") || waveLine.MatchString(line) || strings.Contains(line, "decisions:") {
		return nil
	}
	for _, file := range n.data {
		if quotedIn(line, file) {
			said = append(said, fmt.Sprintf(n.words.data, file))
			code = strings.ReplaceAll(code, file, "")
		}
	}
	if m := eligibleWritten.FindStringSubmatch(code); m != nil {
		said = append(said, fmt.Sprintf(n.words.eligible, m[1]))
		code = eligibleWritten.ReplaceAllString(code, "")
	}
	if strings.HasPrefix(strings.TrimSpace(line), "study:") && n.isCompare(line) {
		return []string{n.words.earlier}
	}
	return append(said, n.yearsIn(code)...)
}

// isCompare reports whether a line is the one that names the earlier study.
func (n *nextWave) isCompare(line string) bool {
	at := strings.LastIndex(n.yaml, "\ncompare:")
	return at >= 0 && line != "" && line[0] == ' ' && strings.Contains(n.yaml[at:], line)
}

// quotedIn reports whether a file is a line's value, and no part of another
// name.
func quotedIn(line, file string) bool {
	return regexp.MustCompile(`(?:^|[\s"'{:,])` + regexp.QuoteMeta(file) + `(?:$|[\s"'},#])`).MatchString(line)
}

// inText says what must change in a line of the report's text or of the rules.
func (n *nextWave) inText(line string) []string {
	said := n.yearsIn(lookedUp.ReplaceAllStringFunc(line, func(s string) string {
		if strings.Contains(s, "given") {
			return s
		}
		return "" // ids of tables
	}))
	if strings.Contains(line, "{{ given") || strings.Contains(line, "{{given") {
		said = append(said, n.words.given)
	}
	return said
}

func (n *nextWave) yearsIn(words string) []string {
	years := slices.Compact(slices.Sorted(slices.Values(yearWritten.FindAllString(words, -1))))
	years = slices.DeleteFunc(years, func(y string) bool { return y == n.wave })
	if len(years) == 0 {
		return nil
	}
	return []string{fmt.Sprintf(n.words.years, strings.Join(years, ", "))}
}

// inForm returns the cells of a questionnaire that name a year.
func (n *nextWave) inForm(stage, file string) ([]Look, error) {
	w, err := sheet.Open(filepath.Join(stage, filepath.FromSlash(file)))
	if err != nil {
		return nil, err
	}
	defer w.Close()
	var looks []Look
	for _, name := range w.Sheets() {
		g, err := w.Read(name)
		if err != nil {
			return nil, err
		}
		for row := 1; row <= g.Rows(); row++ {
			for column := 1; column <= g.Columns(); column++ {
				for _, words := range n.yearsIn(g.Cell(row, column).Text) {
					looks = append(looks, Look{File: file, Cell: "'" + name + "'!" + survey.CellName(row, column), Words: words})
				}
			}
		}
	}
	return looks, nil
}
