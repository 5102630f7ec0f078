package study

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// WriteReminders writes the respondents to remind as a workbook at path, with
// the frame's own columns, which may hold how they are reached. Nothing is sent.
// It returns how many there are.
//
// Where the study names a workbook of dispositions that is not there, it is
// made, with a row for each respondent; created is its name. One that is there
// is people's own and is never written over.
func (st *Status) WriteReminders(path string) (n int, created string, err error) {
	say := st.say()
	var heads []any
	columns := []sheet.FillColumn{}
	for _, c := range st.frame.Columns() {
		heading := c.Label.In(st.language)
		if heading == "" {
			heading = c.Name
		}
		heads, columns = append(heads, heading), append(columns, sheet.FillColumn{Width: 22, Wrap: true})
	}
	for _, p := range st.Parts {
		heads, columns = append(heads, fmt.Sprintf(say["answers"], st.named(p))), append(columns, sheet.FillColumn{Width: 16, Wrap: true})
	}
	heads, columns = append(heads, say["missing"]), append(columns, sheet.FillColumn{Width: 60, Wrap: true})
	rows := [][]any{heads}
	for k, r := range st.Respondents {
		if !r.Remind {
			continue
		}
		n++
		var row []any
		for _, c := range st.frame.Columns() {
			row = append(row, frameValue(c, k))
		}
		var missing []string
		for i, a := range r.Parts {
			state := say[a.State.String()]
			if wanted := st.Parts[i].Wanted; wanted > 0 && a.State != StateComplete {
				state = fmt.Sprintf(say["cases"], max(wanted-a.Cases, 0), wanted)
			}
			row = append(row, state)
			if a.State == StatePartial {
				for _, name := range a.Missing {
					missing = append(missing, st.label(name))
				}
			}
		}
		rows = append(rows, append(row, strings.Join(missing, "; ")))
	}
	title := st.study.config.Study.In(st.language)
	err = sheet.WriteFillIn(path, sheet.Properties{Title: title, Language: st.language}, sheet.FillIn{Sheet: sheet.Sheet{Name: say["remind"], Rows: rows}, Columns: columns})
	if err != nil {
		return 0, "", err
	}
	created, err = st.writeDispositions()
	return n, created, err
}

// named returns what a part is called.
func (st *Status) named(p StatusPart) string {
	return cmp.Or(st.study.config.Designs[p.Source].Label.In(st.language), p.Source)
}

// frameValue returns a value of the frame as a cell.
func frameValue(c *survey.Column, row int) any {
	if c.Missing(row) != survey.Present {
		return nil
	}
	switch c.Kind {
	case survey.KindInteger, survey.KindDecimal:
		return c.Number(row)
	case survey.KindDate:
		return c.Date(row)
	}
	return c.Answer(row)
}

// label returns the words of a question.
func (st *Status) label(name string) string {
	if words := st.labels[name].In(st.language); words != "" {
		return survey.MaskCPR(strings.Join(strings.Fields(words), " "))
	}
	return name
}

// writeDispositions makes the workbook of dispositions where the study names
// one that is not there.
func (st *Status) writeDispositions() (string, error) {
	name := st.study.config.Dispositions
	if name == "" {
		return "", nil
	}
	path := st.study.inputs.path(name)
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return "", err
	}
	if !strings.EqualFold(name[max(0, len(name)-5):], ".xlsx") {
		return "", survey.Problem{File: name, Message: "there is no such file, and it is made as a workbook; want a name that ends in .xlsx"}
	}
	say := st.say()
	codes := []string{"I", "P", "R", "NC", "O", "UH", "UO", "NE"}
	list := [][]any{{dispositionHeading, say["codes"]}}
	for _, code := range codes {
		list = append(list, []any{code, say[code]})
	}
	rows := [][]any{{st.ID, dispositionHeading, say["note"]}}
	for _, r := range st.Respondents {
		rows = append(rows, []any{r.ID, nil, nil})
	}
	return name, sheet.WriteFillIn(path, sheet.Properties{Title: say["dispositions"], Language: st.language},
		sheet.FillIn{Sheet: sheet.Sheet{Name: say["dispositions"], Rows: rows}, Columns: []sheet.FillColumn{
			{Width: 30},
			{Width: 16, Kind: sheet.FillPick, From: sheet.RangeOf(say["codes"], 1, 2, len(codes)+1), Error: say["code"]},
			{Width: 60, Wrap: true, Kind: sheet.FillText},
		}},
		sheet.FillIn{Sheet: sheet.Sheet{Name: say["codes"], Rows: list}, Columns: []sheet.FillColumn{{Width: 14}, {Width: 50}}})
}
