package platform

var msFormsPlatform = platform{
	name: "msforms", title: "Microsoft Forms",
	sees: func(p *page) (float64, string, int) {
		if p.column("ID", "Id") < 0 || p.column(msStarted...) < 0 || p.column(msEnded...) < 0 {
			return 0, "", 0
		}
		return 0.95, "the columns ID, Start time and Completion time", 1
	},
	describe: func(d *draft) {
		d.identity("ID", "Id")
		d.times("started", msStarted...)
		d.times("submitted", msEnded...)
		d.times("last_modified", "Last modified time", "Tidspunkt for seneste ændring", "Uhrzeit der letzten Änderung")
		d.personal("Email", "Name", "Mail", "E-mail", "E-Mail", "Navn")
		d.ignore("Language", "Sprog", "Total points", "Quiz feedback", "Grade posted time")
	},
}

var (
	msStarted = []string{"Start time", "Starttidspunkt", "Startzeit", "Heure de début", "Starttid"}
	msEnded   = []string{"Completion time", "Fuldførelsestidspunkt", "Fertigstellungszeit", "Heure de fin", "Slutførelsestidspunkt", "Sluttidspunkt"}
)
