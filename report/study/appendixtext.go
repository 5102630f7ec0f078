package study

import (
	"fmt"
	"maps"
	"slices"

	"stikprove/report"
	"stikprove/survey"
)

// appendix is one of the report's appendices: one that comes of itself, by its
// name, or a text that the study adds.
//
//	appendices: [method, questionnaire, {title: The act in short, text: act.md}]
type appendix struct {
	place
	Name  string            `yaml:"name,alone"` // see [report.Appendices]
	Title survey.Text       `yaml:"title"`
	Text  map[string]string `yaml:"text"` // language to file, as of the report
}

// untold takes out the texts, which may place what a run that makes no report
// does not make.
func (c *config) untold() { c.Report, c.Appendices = nil, nil }

// checkAppendices looks for appendices that there are none of.
func (s *Study) checkAppendices() {
	for i, a := range s.config.Appendices {
		path := fmt.Sprintf("appendices[%d]", i+1)
		switch {
		case len(a.Text) > 0 && a.Name != "":
			s.add(a.place, path, "has both name and text, want one of them")
		case len(a.Text) > 0 && len(a.Title) == 0:
			s.add(a.place, path, "want the title that the text is printed under")
		case len(a.Text) > 0:
		case !slices.Contains(report.Appendices, a.Name):
			s.add(a.place, path, "got %s%s", survey.Quote(a.Name), survey.Instead(a.Name, report.Appendices))
		case a.Name == report.AppendixQuestionnaire && s.config.Instrument == "":
			s.add(a.place, path, "the study has no instrument to print as a questionnaire")
		}
	}
}

// appendices returns the report's appendices in a language, with their texts
// read. Their footnotes go on from those of the report's text.
func (s *Study) appendices(language string, after *report.Outline) ([]report.Appendix, error) {
	var out []report.Appendix
	for i, a := range s.config.Appendices {
		one := report.Appendix{Name: a.Name, Title: a.Title}
		if len(a.Text) > 0 {
			file, ok := a.Text[language]
			if !ok {
				file, ok = a.Text[""]
			}
			if !ok {
				s.add(a.place, fmt.Sprintf("appendices[%d].text", i+1), "no text in language %q", language)
				continue
			}
			for _, tag := range slices.Sorted(maps.Keys(a.Text)) {
				text, err := s.appendixText(a.Text[tag], after)
				if err != nil {
					return nil, err
				}
				if a.Text[tag] == file && text != nil { // the others are read for their mistakes
					one.Text = text
				}
			}
			if one.Text != nil {
				after = one.Text
			}
		}
		out = append(out, one)
	}
	return out, nil
}

// appendixText reads one text; nil where it has mistakes.
func (s *Study) appendixText(file string, after *report.Outline) (*report.Outline, error) {
	source, err := s.inputs.read(file)
	if err != nil {
		return nil, s.keep(file, err)
	}
	text, err := after.ParseAppendix(file, source)
	return text, s.keep(file, err)
}
