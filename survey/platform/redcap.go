package platform

import (
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

var redcapPlatform = platform{
	name: "redcap", title: "REDCap",
	sees: func(p *page) (float64, string, int) {
		boxes := p.count(func(s string) bool { _, _, ok := stem(s, "___"); return ok })
		forms := p.count(func(s string) bool { return strings.HasSuffix(s, "_complete") })
		switch {
		case p.column("redcap_event_name", "redcap_repeat_instrument", "redcap_survey_identifier", "redcap_data_access_group") >= 0:
			return 1, "the columns whose names begin with redcap_", 1
		case boxes > 0 && forms > 0:
			return 0.95, "columns with ___ and columns that end with _complete", 1
		case p.column("record_id", "study_id", "participant_id") == 0 && forms > 0:
			return 0.85, "the first column record_id and columns that end with _complete", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.ZeroWhenBlank = true
		for column := 1; column <= len(d.h.names) && d.m.ID == ""; column++ {
			d.identity(d.named(column))
		}
		for _, name := range []string{"redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance"} {
			if column := d.column(name); column > 0 {
				d.m.Keys = append(d.m.Keys, d.named(column))
			}
		}
		for _, name := range d.h.names {
			if strings.HasSuffix(name, "_complete") {
				d.status(StatusRule{Values: map[string]string{
					"0": "partial", "incomplete": "partial", "1": "completed", "unverified": "completed", "2": "completed", "complete": "completed",
				}}, name)
				d.ignore(name)
			} else if strings.HasSuffix(name, "_timestamp") {
				d.times(asciiName(name, 0), name)
			}
		}
		d.personal("redcap_survey_identifier")
		d.ignore("redcap_data_access_group")
		d.dictionary()
		d.gathers(separated("___"), true)
	},
}

// dictionary reads the data dictionary that was given beside the answers: a
// row per field with its words, its type and its choices.
func (d *draft) dictionary() {
	for _, w := range d.beside {
		for _, name := range w.Sheets() {
			g, err := w.Read(name)
			if err != nil {
				d.faults.Add(w.File(), err)
				continue
			}
			at := map[string]int{}
			for column := 1; column <= g.Columns(); column++ {
				at[key(cellText(g.Cell(1, column)))] = column
			}
			first := at["variable / field name"]
			if first == 0 {
				first = at["field_name"]
			}
			if first == 0 {
				continue
			}
			d.uses(w)
			d.Structure = w.File()
			for row := 2; row <= g.Rows(); row++ {
				d.field(func(headings ...string) string {
					for _, h := range headings {
						if at[h] > 0 {
							return oneLine(cellText(g.Cell(row, at[h])))
						}
					}
					return ""
				})
			}
		}
	}
}

// field takes over a field of the data dictionary.
func (d *draft) field(text func(...string) string) {
	name := text("variable / field name", "field_name")
	label, kind := text("field label", "field_label"), text("field type", "field_type")
	validation := text("text validation type or show slider number", "text_validation_type_or_show_slider_number")
	q := survey.Question{Variable: survey.Variable{Name: name, Label: survey.Words(label)}, Export: name}
	switch {
	case name == "" || kind == "descriptive" || key(name) == key(d.m.ID):
		return
	case kind == "checkbox":
		q.Kind, q.Export = survey.KindMultiple, name+"___{code}"
	case kind == "radio", kind == "dropdown":
		q.Kind = survey.KindSingle
	case kind == "yesno":
		q.Kind, q.Options = survey.KindSingle, choices("1, Yes | 0, No")
	case kind == "truefalse":
		q.Kind, q.Options = survey.KindSingle, choices("1, True | 0, False")
	case strings.HasPrefix(validation, "number"):
		q.Kind = survey.KindDecimal
	case validation == "integer", kind == "slider":
		q.Kind = survey.KindInteger
	case kind == "calc":
		q.Kind = survey.KindDecimal
	case strings.HasPrefix(validation, "date"):
		q.Kind = survey.KindDate
	}
	if q.Options == nil && (q.Kind == survey.KindSingle || q.Kind == survey.KindMultiple) {
		q.Options = choices(text("choices, calculations, or slider labels", "select_choices_or_calculations"))
	}
	if q.Kind == survey.KindMultiple {
		for i := range q.Options { // ___-1 is written ____1, and capitals small
			if code := q.Options[i].Code; d.column(name+"___"+code) == 0 {
				q.Options[i].Code = strings.ReplaceAll(strings.ToLower(code), "-", "_")
			}
		}
	}
	if q.Kind != survey.KindMultiple && d.column(name) == 0 {
		return // on another form, or taken out before the export
	}
	if key(text("identifier?", "identifier")) == "y" {
		d.personal(name)
		return
	}
	if q.Kind == survey.KindDate || q.Kind == survey.KindDecimal || q.Kind == survey.KindInteger {
		if v := d.infer(d.column(name)); v.Kind == survey.KindText.String() && filledAny(d.table.store(d.column(name))) {
			d.guess("%s is declared as %s and holds something else; read as text", survey.Quote(name), q.Kind)
			q.Kind = survey.KindText
		}
	}
	d.described(q)
}

// filledAny reports whether a column has anything in it.
func filledAny(s *store) bool {
	any := false
	s.each(func(sheet.Cell, int) bool { any = true; return false })
	return any
}

// choices parses "1, one | 2, two".
func choices(s string) []survey.Option {
	var options []survey.Option
	for _, part := range strings.Split(s, "|") {
		code, label, found := strings.Cut(part, ",")
		if code = strings.TrimSpace(code); !found || code == "" {
			continue
		}
		options = append(options, survey.Option{Name: code, Code: code, Label: survey.Words(strings.TrimSpace(label))})
	}
	return options
}
