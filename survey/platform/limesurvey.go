package platform

import "strings"

var limeSurveyPlatform = platform{
	name: "limesurvey", title: "LimeSurvey",
	sees: func(p *page) (float64, string, int) {
		switch {
		case p.all("submitdate", "lastpage", "startlanguage"):
			return 1, "the columns submitdate, lastpage and startlanguage", 1
		case p.count(func(s string) bool { return limeCode(s) == "submitdate" || limeCode(s) == "lastpage" }) == 2:
			return 1, "the columns submitdate and lastpage, with their texts", 1
		case p.column(limeSubmitted...) >= 0 && p.column(limeLastPage...) >= 0:
			return 0.95, "the columns Date submitted and Last page", 1
		case p.all("submitdate", "lastpage"):
			return 0.9, "the columns submitdate and lastpage", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.Missing = []MissingCode{{Value: "N/A", Means: notAsked}}
		for column, name := range d.h.names {
			code := limeCode(name)
			if code != name {
				d.h.columns[key(code)] = column + 1
				d.short[column] = code
				d.labels[column] = strings.TrimSpace(strings.TrimPrefix(name, code+"."))
			}
		}
		d.identity("id", "Response ID", "Antwort ID", "Svar ID", "Svar-ID")
		d.status(StatusRule{Filled: "completed", Blank: "partial"}, append([]string{"submitdate"}, limeSubmitted...)...)
		d.times("submitted", append([]string{"submitdate"}, limeSubmitted...)...)
		d.times("started", "startdate", "Date started", "Datum gestartet", "Startdato")
		d.times("last_action", "datestamp", "Date last action", "Datum letzte Aktivität")
		d.personal("ipaddr", "IP address", "IP-Adresse", "token", "firstname", "lastname", "email", "Access code")
		d.ignore("lastpage", "Last page", "Letzte Seite", "Sidste side", "startlanguage", "Start language", "Startsprache", "Startsprog", "refurl", "Referrer URL", "seed", "Seed")
		d.gathers(func(heading string) (string, string, bool) {
			code := limeCode(heading)
			if question, option, ok := bracketed(code); ok && !strings.Contains(option, "[") {
				return question, option, true
			}
			return bracketed(heading)
		}, true)
	},
}

var (
	limeSubmitted = []string{"Date submitted", "Datum Abgeschickt", "Dato for afsendelse", "Dato afsendt"}
	limeLastPage  = []string{"Last page", "Letzte Seite", "Sidste side"}
)

// limeCode returns the code of a heading written "code. text", or the heading.
func limeCode(heading string) string {
	code, _, found := strings.Cut(heading, ". ")
	if !found || code == "" || strings.ContainsAny(code, " ?") {
		return heading
	}
	return code
}
