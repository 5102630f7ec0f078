package study

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	outcomes "stikprove/sample/response"
)

// Print writes the rates, or the answers against the frame.
func (r *Responded) Print(w io.Writer) error {
	var b strings.Builder
	if r.Frame != nil {
		r.Frame.print(&b, r.Weighted)
	} else {
		r.print(&b)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// print writes the mapping, the counts and the rates.
func (r *Responded) print(b *strings.Builder) {
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "code\tmeans\trows")
	for _, u := range r.Used {
		fmt.Fprintf(t, "%s\t%s\t%d\n", u.Code, u.Is, u.Rows)
	}
	fmt.Fprint(t, "\n")
	heads := "\t"
	for _, g := range r.Groups {
		heads += g.name(len(r.Groups)) + "\t"
	}
	fmt.Fprintln(t, strings.TrimSuffix(heads, "\t"))
	line := func(name string, of func(RespondedGroup) string) {
		cells := []string{name}
		for _, g := range r.Groups {
			cells = append(cells, of(g))
		}
		fmt.Fprintln(t, strings.Join(cells, "\t"))
	}
	for d := range outcomes.Disposition(outcomes.Dispositions) {
		line(d.String(), func(g RespondedGroup) string { return strconv.Itoa(g.N[d]) })
	}
	for k, rate := range r.Groups[0].Rates.All() {
		line(rate.Name, func(g RespondedGroup) string { return share(g.Rates.All()[k].Value) })
	}
	line("e", func(g RespondedGroup) string { return share(g.Rates.E) })
	_ = t.Flush() // a strings.Builder takes everything
	how := "estimated by proportional allocation: eligible of those whose eligibility is known (CASRO)"
	if r.Given {
		how = "given"
	}
	fmt.Fprintf(b, "\ne, the share of UH and UO that is eligible, is %s\n", how)
	if r.Weighted {
		b.WriteString("rates are weighted, counts are not\n")
	}
	b.WriteString("rates are those of AAPOR's Standard Definitions; I complete, P partial, R refusal, NC no contact, O other, UH and UO unknown eligibility, NE not eligible\n")
}

// name is the group's name; the whole is last of several.
func (g RespondedGroup) name(groups int) string {
	if g.Group == "" {
		return "all"
	}
	return g.Group
}

// print writes how those who answered differ from the frame.
func (f *FrameAnswered) print(b *strings.Builder, weighted bool) {
	fmt.Fprintf(b, "%d of %d units answered, %s\n\n", f.Answered, f.Units, share(f.Rate))
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "\tunits\tanswered\trate\tframe\tanswered\tstandardised difference")
	var tests []string
	for _, v := range f.Balances {
		for _, l := range v.Levels {
			name, frame, among, rate := v.Variable+" = "+l.Category, share(l.Frame), share(l.Among), share(l.Rate)
			if v.Number {
				name, frame, among = v.Variable+" (mean)", brief(l.Frame), brief(l.Among)
			}
			fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\t%s\t%s\n", name, l.Asked, l.Answered, rate, frame, among, decimals(l.Difference))
		}
		tests = append(tests, testWords(v))
	}
	_ = t.Flush()
	b.WriteString("\n" + strings.Join(tests, "\n") + "\n")
	if weighted {
		b.WriteString("tests are of units without weights\n")
	}
	fmt.Fprintf(b, "\nR-indicator %s, with its bias taken out %s; propensities have mean %s and standard deviation %s\n",
		decimals(f.R.R), decimals(f.R.Adjusted), decimals(f.R.Mean), decimals(f.R.S))
	fmt.Fprintf(b, "coefficient of variation of propensities %s (%s with the bias taken out): no mean is off by more standard deviations, as far as these variables tell\n", decimals(f.R.CV), decimals(f.R.CVBy))
	for _, note := range f.Model.Notes {
		fmt.Fprintf(b, "note: %s\n", note)
	}
	switch {
	case f.Why != "":
		fmt.Fprintf(b, "\nno estimate is weighted: %s\n", f.Why)
	case len(f.Effects) > 0:
		b.WriteString("\n")
		t = tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "mean of\tn\tas answered\tse\tweighted\tse\tdifference")
		for _, e := range f.Effects {
			fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t%s\n", e.Variable, e.Before.N, brief(e.Before.Value), brief(e.Before.SE), brief(e.After.Value), brief(e.After.SE), brief(e.Difference))
		}
		_ = t.Flush()
		fmt.Fprintf(b, "weighted by %d classes of %s: the weights of the silent go to those who answered in their class\n", len(f.ClassNames), f.Classes)
	}
}

// decimals writes a number with three decimals, "-" where there is none.
func decimals(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "-"
	}
	return strconv.FormatFloat(x, 'f', 3, 64)
}

// testWords says what the test of a variable shows.
func testWords(v outcomes.Balance) string {
	var words string
	switch {
	case math.IsNaN(v.P):
		words = v.Variable + ": no test, since one side or one category is all there is"
	case v.Number:
		words = fmt.Sprintf("%s: t = %s with %.1f degrees of freedom (Welch), p = %s", v.Variable, decimals(v.Statistic), v.DF, pValue(v.P))
	default:
		words = fmt.Sprintf("%s: χ² = %s with %.0f degrees of freedom (Pearson), p = %s", v.Variable, decimals(v.Statistic), v.DF, pValue(v.P))
		if v.Least < 5 {
			words += fmt.Sprintf("; the least expected count is %.1f, below 5", v.Least)
		}
	}
	if v.Missing > 0 {
		words += fmt.Sprintf("; %d units have no value and are left out", v.Missing)
	}
	return words
}

func pValue(p float64) string {
	if p < .001 {
		return "below 0.001"
	}
	return decimals(p)
}
