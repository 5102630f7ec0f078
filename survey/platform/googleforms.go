package platform

import "stikprove/survey"

var googleFormsPlatform = platform{
	name: "googleforms", title: "Google Forms",
	sees: func(p *page) (float64, string, int) {
		column := p.column(googleTimes...)
		if column != 0 || len(p.row(0)) < 2 {
			return 0, "", 0
		}
		return 0.85, "the first column " + survey.Quote(p.row(0)[0]), 1
	},
	describe: func(d *draft) {
		d.times("submitted", googleTimes...)
		d.personal("Email Address", "Username", "Mailadresse", "E-mailadresse", "E-Mail-Adresse", "Brugernavn")
		d.ignore("Score", "Point")
	},
}

var googleTimes = []string{"Timestamp", "Tidsstempel", "Zeitstempel", "Horodateur", "Marca temporal", "Tidstämpel", "Tidsstämpel", "Informazioni cronologiche", "Tijdstempel"}
