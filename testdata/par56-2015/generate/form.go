package main

// formSheets writes the instrument as an XLSForm. Columns export, kind, code,
// missing and exclusive are additions of ours that other programs ignore.
func formSheets() []sheet {
	return []sheet{surveySheet(), choicesSheet(), settingsSheet()}
}

func surveySheet() sheet {
	s := sheet{name: "survey", heading: true, widths: []float64{24, 24, 50, 50, 40, 40, 9, 32, 32, 30, 30, 8, 18, 8}}
	s.add("type", "name", "label::Dansk (da)", "label::English (en)", "hint::Dansk (da)", "hint::English (en)",
		"required", "relevant", "constraint", "constraint_message::Dansk (da)", "constraint_message::English (en)",
		"repeat_count", "export", "kind")
	for _, q := range instrument() {
		form := q.form
		if q.list != "" {
			form += " " + q.list
		}
		s.add(form, q.name, q.label.da, q.label.en, q.hint.da, q.hint.en, yes(q.required), q.relevant, q.constraint,
			q.message.da, q.message.en, q.repeat, q.export, q.kind)
	}
	return s
}

// version is the wave the questionnaire was made for.
var version = "2015"

// instrument returns both parts of the questionnaire, in order.
func instrument() []question { return append(append([]question(nil), partOne...), partTwo...) }

func choicesSheet() sheet {
	s := sheet{name: "choices", heading: true, widths: []float64{16, 24, 60, 60, 8, 12, 10}}
	s.add("list_name", "name", "label::Dansk (da)", "label::English (en)", "code", "missing", "exclusive")
	for _, l := range choiceLists {
		for i, c := range l.choices {
			s.add(l.name, c.name, c.label.da, c.label.en, i+1, c.missing, yes(c.exclusive))
		}
	}
	return s
}

func settingsSheet() sheet {
	s := sheet{name: "settings", heading: true, widths: []float64{40, 20, 12, 20}}
	s.add("form_title", "form_id", "version", "default_language")
	s.add("Fastholdelse og § 56-aftaler", "par56", version, "Dansk (da)")
	return s
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}
