package platform

import "strings"

var enalyzerPlatform = platform{
	name: "enalyzer", title: "Enalyzer",
	untested: "made after its help pages, which do not show a file",
	sees: func(p *page) (float64, string, int) {
		named := func(s string) bool { return strings.Contains(strings.ToLower(s), "enalyzer") }
		for _, s := range p.workbook.Sheets() {
			if named(s) {
				return 0.9, "a sheet named for it", 1
			}
		}
		switch {
		case p.count(named) > 0:
			return 0.8, "a heading that names it", 1
		case p.column(enalyzerIDs...) >= 0 && p.column("Collector", "Collector ID") < 0 && p.column("Status", "Respondent status", "Svarstatus") >= 0 && p.column("E-mail", "Email") >= 0:
			return 0.6, "the columns of respondent, status and e-mail", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.ZeroWhenBlank = true
		d.identity(enalyzerIDs...)
		d.status(StatusRule{Values: map[string]string{
			"completed": "completed", "complete": "completed", "gennemført": "completed", "afsluttet": "completed",
			"incomplete": "partial", "partial": "partial", "partially completed": "partial", "delvist besvaret": "partial", "ufuldstændig": "partial",
			"not started": "distributed", "invited": "distributed", "ikke startet": "distributed", "inviteret": "distributed",
			"rejected": "rejected", "opted out": "rejected", "afvist": "rejected",
		}}, "Status", "Respondent status", "Svarstatus")
		d.ignore("Status", "Respondent status", "Svarstatus")
		d.personal("E-mail", "Email", "Name", "Navn", "Phone", "Telefon")
		d.times("started", "Started", "Start date", "Startdato")
		d.times("submitted", "Completed", "Completed date", "Slutdato")
		for _, mark := range []string{": ", " - ", "_"} {
			d.gathers(separated(mark), false)
		}
	},
}

var enalyzerIDs = []string{"Enalyzer respondent ID", "Respondent ID", "RespondentId", "Respondent-ID", "Respondentid"}
