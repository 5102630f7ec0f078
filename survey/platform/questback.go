package platform

import "strings"

var questbackPlatform = platform{
	name: "questback", title: "Questback (EFS, Unipark)",
	untested: "made after its documentation and an SPSS export; which columns of 0 and 1 are one question is a guess",
	sees: func(p *page) (float64, string, int) {
		v := p.count(func(s string) bool { return strings.HasPrefix(s, "v_") })
		switch {
		case p.all("lfdn", "dispcode"):
			return 1, "the columns lfdn and dispcode", 1
		case p.all("lfdn") && v > 1:
			return 0.9, "the columns lfdn and v_1, v_2 ...", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.Missing = []MissingCode{{Value: "-77", Means: notAsked}, {Value: "-66", Means: notAnswered}, {Value: "-99", Means: notAnswered}}
		d.identity("lfdn")
		values := map[string]string{}
		for status, codes := range map[string]string{
			"distributed": "11 12 13", "partial": "20 21 22 23", "completed": "31 32 33 34", "rejected": "14 15 35 36 37 41 42 49",
		} {
			for _, code := range strings.Fields(codes) {
				values[code] = status
			}
		}
		d.status(StatusRule{Values: values}, "dispcode")
		d.status(StatusRule{Values: map[string]string{"1": "test"}}, "tester")
		d.times("submitted", "datetime", "date_of_last_access")
		d.times("started", "date_of_first_mail", "rts_begin")
		d.personal("external_lfdn", "u_email", "u_firstname", "u_name", "participant_browser", "remote_addr", "u_telephone")
		d.ignore("dispcode", "tester", "lastpage", "quality", "duration", "hflip", "c_0001", "c_0002", "c_0003", "c_0004", "quota", "page_history",
			"hflip", "vflip", "output_mode", "javascript", "flash", "session_id", "language", "cleaned", "ats", "quota_assignment", "quota_rejected_id", "referer", "device_type")
		d.gathers(separated("_"), true)
		d.quoted()
	},
}
