package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"sort"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// mark stands in the questionnaire's properties.
const mark = "INVENTED: an example for Stikprøve; no such survey was made. See README.md."

// The questionnaire, a row a line and cells between bars. Its columns export,
// kind, code, missing and exclusive are ours; other programs ignore them.
var formSheets = []struct{ name, rows string }{
	{"survey", `type|name|label::English (en)|hint::English (en)|required|relevant|constraint|export|kind
text|workplace|Workplace number||yes|||workplace|id
text|municipality|Municipality||yes|||municipality|
select_one counties|county|County||yes|||county|
select_one register_size|register_size|Size in the register||yes|||register_size|
integer|municipalities|Municipalities in the county||yes|||municipalities|
integer|workplaces|Workplaces in the municipality||yes|||workplaces|
begin_group|place|About the workplace||||||
integer|employees|How many people work here?|Count yourself, and part-timers as one each.|yes||. >= 1 and . <= 5000|Q1|
select_one sectors|sector|What is the main activity?||yes|||Q2|
end_group|||||||| 
begin_group|hiring|Hiring||||||
select_one yes_no|vacancy|Have you tried to hire anyone in the past twelve months?||yes|||Q3|
select_one yes_no|hard|Was at least one vacancy hard to fill?||yes|${vacancy} = 'yes'||Q4|
text|reason|What was the main reason that it was hard to fill?|A few words.||${hard} = 'yes'||Q5|coded
select_multiple channels|channels|Where do you look for people?|Mark all that apply.|yes|||Q6_{code}|
select_one agree|staff_shortage|Lack of staff limits what we can take on|||||Q7_1|
select_one agree|train_own|We train people ourselves rather than look for trained ones|||||Q7_2|
select_one agree|public_service|The public employment service knows what we need|||||Q7_3|
select_one agree|keep_older|We do much to keep older employees|||||Q7_4|
select_one outlook|outlook|How many will work here in a year's time?|||||Q8|
decimal|training|How many hours of training has an employee had in the past year, on average?|An estimate.|||. >= 0 and . <= 500|Q9|
end_group|||||||| `},
	{"choices", `list_name|name|label::English (en)|code|missing|exclusive|order
counties|coast|Coast|coast|||
counties|hills|Hills|hills|||
counties|plain|Plain|plain|||
register_size|small|1 to 9 employees|small|||1
register_size|medium|10 to 49 employees|medium|||2
register_size|large|50 employees or more|large|||3
sectors|production|Production and farming|1|||
sectors|construction|Construction|2|||
sectors|trade|Trade and transport|3|||
sectors|hospitality|Hotels and restaurants|4|||
sectors|care|Health, care and teaching|5|||
sectors|office|Office and business services|6|||
yes_no|yes|Yes|1|||
yes_no|no|No|2|||
yes_no|dont_know|Don't know|3|dont_know||
channels|job_sites|Job sites|1|||
channels|newspapers|Newspapers|2|||
channels|social_media|Social media|3|||
channels|own_network|Our own network|4|||
channels|employment_service|The public employment service|5|||
channels|none|None of these|6|none|yes|
agree|strongly_agree|Strongly agree|1|||1
agree|agree|Agree|2|||2
agree|neither|Neither agree nor disagree|3|||3
agree|disagree|Disagree|4|||4
agree|strongly_disagree|Strongly disagree|5|||5
agree|dont_know|Don't know|6|dont_know||
outlook|more|More than now|1|||1
outlook|same|As many as now|2|||2
outlook|fewer|Fewer than now|3|||3
outlook|dont_know|Don't know|4|dont_know||`},
	{"settings", `form_title|form_id|version|default_language
Employers and vacancies (invented)|employers|2026|English (en)`},
}

var stamp = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// writeForm writes the questionnaire as a workbook.
func writeForm(path string) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range formSheets {
		name := s.name
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
		if i == 0 {
			if err := f.DeleteSheet("Sheet1"); err != nil {
				return err
			}
		}
		for y, line := range strings.Split(s.rows, "\n") {
			for x, text := range strings.Split(strings.TrimSpace(line), "|") {
				cell, err := excelize.CoordinatesToCellName(x+1, y+1)
				if err == nil && text != "" {
					err = f.SetCellStr(name, cell, text)
				}
				if err != nil {
					return err
				}
			}
		}
		if err := f.SetColWidth(name, "A", "D", 28); err != nil {
			return err
		}
	}
	at := stamp.Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: "Employers and vacancies", Description: mark, Creator: "Stikprøve", LastModifiedBy: "Stikprøve",
		Created: at, Modified: at, Language: "en-GB", Revision: "1"}); err != nil {
		return err
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	return writeStored(path, buf.Bytes())
}

// writeStored writes a workbook's parts in a fixed order, at a fixed time and
// uncompressed: what a compressor makes of a text may change with the version
// of Go, and the bytes are compared.
func writeStored(path string, workbook []byte) error {
	in, err := zip.NewReader(bytes.NewReader(workbook), int64(len(workbook)))
	if err != nil {
		return err
	}
	sort.Slice(in.File, func(i, j int) bool { return in.File[i].Name < in.File[j].Name }) // [Content_Types].xml sorts first
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range in.File {
		r, err := part.Open()
		if err != nil {
			return err
		}
		to, err := w.CreateHeader(&zip.FileHeader{Name: part.Name, Method: zip.Store, Modified: stamp})
		if err == nil {
			_, err = io.Copy(to, r)
		}
		r.Close()
		if err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
