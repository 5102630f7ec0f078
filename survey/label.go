package survey

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Labelled returns d with other labels: of variables by their name, of options
// by the variable's name, a point and theirs. Labels of variables that d does
// not have are passed over; the error names an option that its variable lacks.
func (d *Dataset) Labelled(labels map[string]Text) (*Dataset, error) {
	n := *d
	n.columns = make([]*Column, len(d.columns))
	for i, c := range d.columns {
		relabelled := *c
		relabelled.Options = slices.Clone(c.Options)
		if label, ok := labels[c.Name]; ok {
			relabelled.Label = label
		}
		for k, o := range c.Options {
			if label, ok := labels[c.Name+"."+o.Name]; ok {
				relabelled.Options[k].Label = label
			}
		}
		n.columns[i] = &relabelled
	}
	return &n, d.checkLabels(labels)
}

func (d *Dataset) checkLabels(labels map[string]Text) error {
	for _, key := range slices.Sorted(maps.Keys(labels)) {
		variable, option, found := strings.Cut(key, ".")
		c := d.Column(variable)
		if !found || c == nil || c.Option(option) >= 0 {
			continue
		}
		var known []string
		for _, o := range c.Options {
			known = append(known, o.Name)
		}
		return fmt.Errorf("%s has no option %q%s", variable, option, DidYouMean(option, known))
	}
	return nil
}
