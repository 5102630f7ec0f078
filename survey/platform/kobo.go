package platform

import (
	"strings"

	"stikprove/survey"
)

var koboPlatform = platform{
	name: "kobo", title: "KoboToolbox or ODK",
	sees: func(p *page) (float64, string, int) {
		grouped := p.count(func(s string) bool { return strings.Contains(s, "/") })
		switch {
		case p.all("_uuid") && p.column("_submission_time", "_index", "_id", "__version__", "_status") >= 0:
			return 1, "the columns _uuid and _submission_time or _index", 1
		case p.all("KEY", "formdef_version"):
			return 0, "", 0 // SurveyCTO
		case p.column("meta/instanceID", "meta.instanceID", "meta:instanceID", "meta-instanceID", "instanceID") >= 0 && p.column("KEY", "__id", "SubmissionDate", "start", "today", "meta/instanceName", "__version__") >= 0:
			return 0.95, "the column instanceID with KEY, SubmissionDate or start", 1
		case p.all("_index") && grouped > 0, p.all("_uuid"):
			return 0.8, "the columns _index or _uuid", 1
		case p.all("SubmissionDate", "KEY"):
			return 0.8, "the columns SubmissionDate and KEY", 1
		case grouped > 2 && p.column("start", "today", "__version__", "formhub/uuid") >= 0:
			return 0.7, "headings with / and the columns start, today or __version__", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.Missing = []MissingCode{{Value: "n/a", Means: notAnswered}} // as Ona writes what is blank
		d.identity("_uuid", "meta/instanceID", "meta.instanceID", "meta:instanceID", "meta-instanceID", "KEY", "instanceID", "__id", "_id")
		fieldTimes(d)
		d.ignore("_id", "_index", "__version__", "_tags", "_notes", "_status", "_validation_status", "_bamboo_dataset_id", "_xform_id_string", "_attachments",
			"_geolocation", "formhub/uuid", "meta/instanceID", "meta/instanceName", "meta.instanceID", "meta-instanceID", "meta-instanceName", "KEY", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState", "DeviceID", "Edits", "FormVersion", "_uuid", "rootUuid", "meta/rootUuid", "_validation_status/uid", "__id",
			"_version", "_duration", "_total_media", "_media_count", "_media_all_received")
		for _, mark := range []string{"/", "."} {
			d.gathers(d.ownColumn(mark), true)
			d.gathers(separated(mark), true)
		}
		d.gathers(d.ownColumn("_"), true)
		d.blankLists()
		for _, name := range d.page.workbook.Sheets() {
			if strings.EqualFold(name, d.Sheet) {
				continue
			}
			if head, err := readHead(d.page.workbook, name, 1); err == nil && len(head) == 1 && isRepeat(head) {
				d.guess("sheet %s holds what was repeated for a respondent, linked by _parent_index; it is not read with this one", survey.Quote(name))
			}
		}
	},
}

// blankLists finds the columns whose cells hold names of options with blanks
// between them, as ODK writes several answers.
func (d *draft) blankLists() {
	for column := 1; column <= len(d.h.names); column++ {
		if d.done[column] || d.named(column) == "" {
			continue
		}
		cells := d.distinctTexts(column)
		options, rest, ok := learn(cells, " ")
		if !ok || rest*5 > len(options) {
			continue
		}
		codes := map[string]bool{}
		for cell := range cells {
			for _, name := range strings.Fields(cell) {
				ok = ok && strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789_-.") == "" && len(name) <= 40
				codes[name] = true
			}
		}
		if !ok || len(codes) > mostMultiple || len(codes) > 1+len(cells) && len(codes) > 12 {
			continue
		}
		v := MappedVariable{Name: shortName(d.named(column), column-1), Label: d.label(column), Kind: survey.KindMultiple.String(),
			Columns: []string{d.named(column)}, Separator: " "}
		for _, code := range sortedNumbers(codes) {
			v.Options = append(v.Options, MappedOption{Code: code, Label: code})
		}
		nameOptions(v.Options)
		d.add(v)
		d.guess("%s: several answers in a cell, with a blank between them; options: %s", survey.Quote(d.named(column)), thousands(len(codes)))
	}
}
