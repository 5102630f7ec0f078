package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

var qualtricsPlatform = platform{
	name: "qualtrics", title: "Qualtrics",
	sees: func(p *page) (float64, string, int) {
		imported := func(row []string) bool {
			n := 0
			for _, s := range row {
				if strings.HasPrefix(s, "{") && strings.Contains(s, "ImportId") {
					n++
				}
			}
			return n > 1
		}
		switch {
		case imported(p.row(2)):
			return 1, "the third row of headings with ImportId", 3
		case imported(p.row(1)):
			return 0.95, "a row of headings with ImportId", 2
		case p.all("V1", "V8", "V9", "V10") && strings.HasPrefix(at(p.row(1), p.column("V1")), "Response"):
			return 0.95, "the columns V1 to V10 over ResponseID, the older layout", 2
		case p.all("StartDate", "EndDate", "Finished", "ResponseId"), p.all("StartDate", "EndDate", "Finished", "ResponseID"):
			if strings.HasPrefix(strings.ToLower(at(p.row(1), p.column("ResponseId", "ResponseID"))), "response") {
				return 0.9, "the columns StartDate, EndDate, Finished and ResponseId", 2
			}
			return 0.8, "the columns StartDate, EndDate, Finished and ResponseId", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.Missing = []MissingCode{{Value: "-99", Means: notAnswered}}
		if len(d.rows) > 1 && !strings.Contains(strings.Join(d.rows[1], ""), "ImportId") {
			copy(d.labels, d.rows[1])
			for column, words := range d.rows[1] {
				if column < len(d.h.names) && strings.HasPrefix(d.h.names[column], "V") && d.h.columns[key(words)] == 0 {
					d.h.columns[key(words)] = column + 1
				}
			}
		}
		d.identity("ResponseId", "ResponseID")
		d.status(StatusRule{Values: map[string]string{"1": "completed", "true": "completed", "wahr": "completed", "sand": "completed",
			"0": "partial", "false": "partial", "falsch": "partial", "falsk": "partial"}}, "Finished")
		d.status(StatusRule{Values: map[string]string{"1": "preview", "survey preview": "preview", "umfragevorschau": "preview",
			"2": "test", "survey test": "test", "9": "preview", "spam": "rejected", "8": "rejected"}}, "Status")
		d.times("started", "StartDate")
		d.times("ended", "EndDate")
		d.times("submitted", "RecordedDate")
		d.personal("IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "LocationLatitude", "LocationLongitude",
			"Name", "EmailAddress", "ExternalDataReference", "ExternalReference")
		d.ignore("Status", "Finished", "Progress", "Duration (in seconds)", "DistributionChannel", "UserLanguage", "ResponseSet", "LocationAccuracy")
		d.gathers(func(heading string) (string, string, bool) {
			question, option, ok := stem(heading, "_")
			_, number := plainNumber(strings.TrimPrefix(option, "x"))
			return question, option, ok && number
		}, false)
		for column := range d.h.names {
			d.commaList(column + 1)
		}
	},
}

// commaList decides whether a column holds codes with commas between them, as
// Qualtrics writes several answers in one cell: 1,3.
func (d *draft) commaList(column int) {
	if d.done[column] || d.named(column) == "" {
		return
	}
	cells, several := map[string]int{}, false
	fits := true
	d.table.store(column).each(func(c sheet.Cell, n int) bool {
		s := clean(cellText(c))
		fits = strings.Trim(s, "0123456789,") == "" && !strings.HasPrefix(s, ",") && len(cells) < 2000
		several = several || strings.Contains(s, ",")
		cells[s] += n
		return fits
	})
	var options []MappedOption
	if fits && several {
		codes := map[string]bool{}
		for cell := range cells {
			for _, code := range strings.Split(cell, ",") {
				codes[code] = true
			}
		}
		for _, code := range sortedNumbers(codes) {
			options = append(options, MappedOption{Code: code, Label: code})
		}
	} else if learned, _, ok := learn(d.distinctTexts(column), ","); ok {
		options = optionsOf(learned)
	}
	if len(options) < 2 || len(options) > mostMultiple {
		return
	}
	nameOptions(options)
	d.add(MappedVariable{Name: shortName(d.named(column), column-1), Label: d.label(column), Kind: survey.KindMultiple.String(),
		Columns: []string{d.named(column)}, Separator: ",", Options: options})
	d.guess("%s: several answers in a cell, with a comma between them; options: %s", survey.Quote(d.named(column)), thousands(len(options)))
}
