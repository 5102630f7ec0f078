package study

import (
	"maps"
	"strings"

	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// layered returns spec itself or, where it has layers, a table for each option
// of their variable that somebody has, called ID-OPTION, with the option's label
// after the title.
func (s *Study) layered(data *Data, spec table) []table {
	bound := data.Samples[spec.Sample]
	if spec.Layers == "" || bound == nil {
		return []table{spec}
	}
	path := "table " + spec.ID
	c := bound.Data.Column(spec.Layers)
	if c == nil {
		s.add(spec.place, path, "layers: %s", bound.Data.NoVariable(spec.Layers, "sample "+spec.Sample))
		return nil
	}
	options, ok := crosstab.Options(c, bound)
	switch {
	case !ok || c.Sensitive() && c.Kind != survey.KindSingle:
		s.add(spec.place, path, "layers: %q is %s; want single answers, a whole number or a text", c.Name, c.Kind)
		return nil
	case len(options) == 0:
		s.add(spec.place, path, "layers: nobody has an answer to %q", c.Name)
		return nil
	case len(options) > maxLayers:
		s.add(spec.place, path, "layers: %q has %d options, want at most %d tables; put it in bands first", c.Name, len(options), maxLayers)
		return nil
	case len(spec.Where[spec.Layers]) > 0:
		s.add(spec.place, path, "layers: where chooses options of %q already", c.Name)
		return nil
	}
	var out []table
	for _, o := range options {
		layer := spec
		layer.Layers = ""
		layer.ID = spec.ID + "-" + strings.Join(strings.Fields(o.Name), "_")
		layer.Title = survey.Text{}
		for language := range languagesOf(spec.Title, o.Label) {
			title, label := spec.Title.In(language), o.Label.In(language)
			if label == "" {
				label = o.Name
			}
			layer.Title[language] = strings.TrimPrefix(title+": "+label, ": ")
		}
		layer.Where = maps.Clone(spec.Where)
		if layer.Where == nil {
			layer.Where = map[string][]string{}
		}
		layer.Where[spec.Layers] = []string{o.Name}
		out = append(out, layer)
	}
	return out
}

// maxLayers is more tables than anybody reads.
const maxLayers = 60

// languagesOf returns the languages that texts are in.
func languagesOf(texts ...survey.Text) map[string]bool {
	in := map[string]bool{}
	for _, t := range texts {
		for language := range t {
			in[language] = true
		}
	}
	return in
}
