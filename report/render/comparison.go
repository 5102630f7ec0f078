package render

import (
	"encoding/csv"
	"fmt"
	"io"

	"stikprove/report"
	cells "stikprove/survey/sheet"
)

// ComparisonText writes tables that compare two waves for the terminal, after
// what is to be known of the waves. Lines are broken at width columns; 0 leaves
// them unbroken.
func ComparisonText(w io.Writer, waves report.Waves, tables []*report.Table, language string, width int) error {
	say, err := languageOf(language)
	if err != nil {
		return err
	}
	fmt.Fprintln(w, wrapped(say.WavesHeading(waves), width))
	for _, s := range say.WaveSections(waves) {
		fmt.Fprintf(w, "\n%s\n", s.Heading)
		for _, line := range s.Lines {
			fmt.Fprintln(w, wrapped("– "+line, width))
		}
	}
	for _, t := range tables {
		fmt.Fprintln(w)
		if err := Text(w, t, language, width); err != nil {
			return err
		}
	}
	return nil
}

// ComparisonCSV writes the same comma-separated: a line for each thing to know,
// of which the first field says which kind it is, then each table after an empty
// line and its caption.
func ComparisonCSV(w io.Writer, waves report.Waves, tables []*report.Table, language string) error {
	say, err := languageOf(language)
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	kinds := []string{"not_comparable", "changed"}
	for i, s := range say.WaveSections(waves) {
		for _, line := range s.Lines {
			if err := out.Write([]string{kinds[i], cells.Inert(line)}); err != nil {
				return err
			}
		}
	}
	out.Flush()
	for _, t := range tables {
		fmt.Fprintln(w)
		if err := out.Write([]string{cells.Inert(t.ID), cells.Inert(t.Caption)}); err != nil {
			return err
		}
		out.Flush()
		if err := CSV(w, t); err != nil {
			return err
		}
	}
	return out.Error()
}
