package platform

import "strings"

var surveyCTOPlatform = platform{
	name: "surveycto", title: "SurveyCTO",
	sees: func(p *page) (float64, string, int) {
		switch {
		case p.all("KEY", "formdef_version"):
			return 1, "the columns KEY and formdef_version", 1
		case p.all("SubmissionDate", "formdef_version"):
			return 0.95, "the columns SubmissionDate and formdef_version", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.identity("KEY", "instanceID")
		fieldTimes(d)
		d.ignore("formdef_version", "instanceID", "review_quality", "review_status", "review_comments", "review_corrections")
		d.gathers(d.ownColumn("_"), true)
		d.blankLists()
	},
}

// fieldTimes decides about what ODK and its kin add to every form.
func fieldTimes(d *draft) {
	// Every row was sent in, also one of nothing but zeros.
	d.status(StatusRule{Filled: "completed"}, "_submission_time", "SubmissionDate")
	d.times("submitted", "_submission_time", "SubmissionDate")
	d.times("started", "start", "starttime", "_start")
	d.times("ended", "end", "endtime", "_end")
	d.times("day", "today")
	d.personal("deviceid", "subscriberid", "simserial", "simid", "devicephonenum", "phonenumber", "username", "_submitted_by", "SubmitterName", "SubmitterID", "device_info", "email", "audit")
}

// ownColumn splits a heading at the last of a mark, where what stands before
// it is a column too.
func (d *draft) ownColumn(mark string) parse {
	return func(heading string) (string, string, bool) {
		question, option, ok := stem(heading, mark)
		return question, strings.TrimSpace(option), ok && d.column(question) > 0
	}
}
