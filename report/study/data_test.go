package study

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// smallStudy is a study of one delimited file, without instrument. Its texts
// are invented.
const smallStudy = `study: x
sources: {offices: {file: offices.csv}, cases: {file: cases.csv, id: number}}
designs: {offices: {census: true, eligible: 3}, cases: {psu: office}}
frame: {file: frame.csv, id: office, for: offices}
coding: {condition: {sample: cases, variable: text, scheme: danish/condition, decisions: decisions.csv}}
`

func smallFiles() map[string]string {
	return map[string]string{
		"study.yaml":    smallStudy,
		"offices.csv":   "office;contact\nAarhus;ja\nRibe;\n",
		"frame.csv":     "office\nAarhus\nRibe\nVejle\n",
		"cases.csv":     "number;office;text\n1;Aarhus;gigt\n2;Aarhus;zzz\n3;Ribe;\n",
		"decisions.csv": "id,category,combination,coder,date,reason\n2,other,,AB,2015-12-14,seen\n",
	}
}

// with returns files with some of them replaced, or gone where empty.
func with(files map[string]string, changes map[string]string) map[string]string {
	for name, content := range changes {
		files[name] = content
		if content == "" {
			delete(files, name)
		}
	}
	return files
}

func TestRead(t *testing.T) {
	s, err := Load(folder(t, smallFiles()))
	require.NoError(t, err)
	var stages []string
	data, err := s.Read(func(stage string) { stages = append(stages, stage) })
	require.NoError(t, err)
	assert.Equal(t, "reading the instrument, reading the sources, reading the frame, coding, deriving variables, holding the edit rules, binding the designs, reading the interviews",
		strings.Join(stages, ", "))
	assert.Equal(t, 3, data.Samples["cases"].Rows())
	assert.Equal(t, 2, data.Samples["cases"].PSUs)
	cases := data.Datasets["cases"]
	assert.True(t, cases.Column("text").Sensitive(), "a text that is coded is sensitive though no instrument says so")
	assert.Equal(t, "other", cases.Column("condition").Answer(1))
	require.Len(t, data.Coded, 1)
	assert.Equal(t, 1, data.Coded[0].Summary.Decided)
	assert.Len(t, s.inputs.files, 1, "the study itself is left as it was")
}

func TestReadProblems(t *testing.T) {
	for _, c := range []struct {
		name    string
		changes map[string]string
		want    string
	}{
		{"not on the frame", map[string]string{"offices.csv": "office;contact\nAarhus;ja\nRibbe;\n"},
			`offices.csv: A3: office: got "Ribbe", want one of the 3 units of the frame; did you mean "Ribe"?`},
		{"twice on the frame", map[string]string{"frame.csv": "office\nAarhus\nRibe\nRibe\n"},
			`frame.csv: A4: office: "Ribe" stands twice in the frame, first in row 3`},
		{"no frame", map[string]string{"frame.csv": ""}, `frame.csv: no such file`},
		{"frame without the id", map[string]string{"frame.csv": "kontor\nAarhus\nRibe\n"}, `frame: no variable "office" in frame`},
		{"decision on nobody", map[string]string{"decisions.csv": "id,category,combination,coder,date,reason\n9,other,,AB,2015-12-14,seen\n"},
			`decisions.csv:2: id: no unit "9" among the cases`},
		{"decision on no text", map[string]string{"decisions.csv": "id,category,combination,coder,date,reason\n3,other,,AB,2015-12-14,seen\n"},
			`decisions.csv:2: id: unit "3" has no text to decide on`},
		{"no decisions", map[string]string{"decisions.csv": ""}, `decisions.csv: no such file; the study names it`},
		{"decisions in a folder", map[string]string{"decisions.csv": "", "decisions.csv/a": "x"}, `decisions.csv: this is a folder; the study names it as a file`},
		{"source that is not there", map[string]string{"cases.csv": ""}, `cases.csv: no such file`},
		{"no such scheme", map[string]string{"study.yaml": strings.Replace(smallStudy, "danish/condition", "danish/weather", 1)},
			`study.yaml:5:22: coding.condition.scheme: `},
		{"label of no option", map[string]string{"study.yaml": smallStudy + "labels: {condition.mental: Psykisk}\n"},
			`study.yaml: labels: condition has no option "mental"`},
		{"more cases than drawn", map[string]string{"study.yaml": strings.Replace(smallStudy, "psu: office", "psu: office, draw: 1", 1)},
			`cases.csv: B3: office: "Aarhus" has 2 rows so far`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Load(folder(t, with(smallFiles(), c.changes)))
			require.NoError(t, err)
			data, err := s.Read(nil)
			require.Error(t, err)
			assert.Nil(t, data)
			assert.Equal(t, 1, strings.Count(err.Error(), "\n")+1, "problems in\n%v", err)
			assert.Contains(t, err.Error(), c.want)
		})
	}
}

func TestTableProblems(t *testing.T) {
	const head = "study: x\nsources: {offices: {file: offices.csv}}\n"
	const census = head + "designs: {offices: {census: true, eligible: 3}}\n"
	for _, c := range []struct{ name, study, want string }{
		{"no design", head + "tables:\n  - {id: t, sample: offices, rows: contact}\n",
			`study.yaml:4:6: table t: sample offices has no design; say in designs how its units were drawn, or that they are a census`},
		{"a mistake is said once", census + "tables:\n  - {id: t, sample: offices, rows: contact, percent: rows, benchmark: {shares: {ja: 12}}}\n",
			`study.yaml:5:6: tables[1].percent: got "rows", want column, row or total
study.yaml:5:72: tables[1].benchmark: ja: got 12, want a share from 0 to 1`},
		{"response to nothing", census + "tables:\n  - {id: t, sample: offices, response: [{id: a, answered: contacts}, {id: b, with: cases}, {id: c}]}\n",
			`study.yaml:5:42: table t.response[1]: no variable "contacts" in offices; did you mean "contact"?
study.yaml:5:71: table t.response[2]: "cases" is no source unrolled from offices
study.yaml:5:93: table t.response[3]: want either answered or with`},
		{"no text in the language", census + "report: {en: report.md}\ntables:\n  - {id: t, sample: offices, rows: contact}\n",
			`study.yaml: report: no text in language "da"`},
		{"no text", census + "report: report.md\ntables:\n  - {id: t, sample: offices, rows: contact}\n",
			`report.md: no such file; the study names it`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Load(folder(t, map[string]string{"study.yaml": c.study, "offices.csv": "office;contact\nAarhus;ja\nRibe;nej\n"}))
			require.NoError(t, err)
			_, err = s.Check("", nil)
			assert.EqualError(t, err, c.want)
			_, err = s.Check("", nil)
			assert.EqualError(t, err, c.want, "a second time")
		})
	}
}
