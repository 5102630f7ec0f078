package platform

var typeformPlatform = platform{
	name: "typeform", title: "Typeform",
	sees: func(p *page) (float64, string, int) {
		switch {
		case p.column("#") == 0 && p.column("Network ID", "Submit Date (UTC)", "Start Date (UTC)") > 0:
			return 1, "the columns # and Network ID or Submit Date (UTC)", 1
		case p.all("Start Date (UTC)", "Submit Date (UTC)", "Network ID"):
			return 0.95, "the columns Start Date (UTC), Submit Date (UTC) and Network ID", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.identity("#")
		d.status(StatusRule{Filled: "completed", Blank: "partial"}, "Submit Date (UTC)")
		d.times("started", "Start Date (UTC)", "Stage Date (UTC)")
		d.times("submitted", "Submit Date (UTC)")
		d.ignore("Network ID", "Tags", "Response Type", "Ending")
		for column := 1; column <= len(d.h.names); column++ {
			if d.done[column] || d.named(column) == "" || !d.bare(column) {
				continue
			}
			// The text of "Other" stands in the next column.
			v := &d.m.Variables[len(d.m.Variables)-1]
			name := v.Name
			next := column
			for next <= len(d.h.names) && d.done[next] {
				next++
			}
			if next <= len(d.h.names) && d.named(next) != "" && isOther(headingOf(d.rows, next-1)) {
				v.Columns = append(v.Columns, d.named(next))
				v.Options = append(v.Options, MappedOption{Code: "other", Label: headingOf(d.rows, next-1), Column: d.named(next), Filled: true})
				nameOptions(v.Options)
				d.text(next, name, "")
			}
		}
	},
}
