package study

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	outcomes "stikprove/sample/response"
	"stikprove/survey"
)

// Print writes the rates, or the answers against the frame, in a language.
func (r *Responded) Print(w io.Writer, language string) error {
	var b strings.Builder
	say, number := wordsIn(responseWords, language), spokenIn(language)
	if r.Frame != nil {
		r.Frame.print(&b, r.Weighted, say, number)
	} else {
		r.print(&b, say, number)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// print writes the mapping, the counts and the rates.
func (r *Responded) print(b *strings.Builder, say map[string]string, number spoken) {
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\t%s\t%s\n", say["code"], say["means"], say["rows"])
	for _, u := range r.Used {
		fmt.Fprintf(t, "%s\t%s\t%d\n", u.Code, u.Is, u.Rows)
	}
	fmt.Fprint(t, "\n")
	heads := "\t"
	for _, g := range r.Groups {
		heads += cmp.Or(g.Group, say["all"]) + "\t" // the whole has no name
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
		line(rate.Name, func(g RespondedGroup) string { return number.share(g.Rates.All()[k].Value) })
	}
	line("e", func(g RespondedGroup) string { return number.share(g.Rates.E) })
	_ = t.Flush() // a strings.Builder takes everything
	how := say["estimated"]
	if r.Given {
		how = say["given"]
	}
	fmt.Fprintf(b, "\n"+say["e"]+"\n", how)
	if r.Weighted {
		b.WriteString(say["weighted"] + "\n")
	}
	b.WriteString(say["source"] + "\n")
}

// print writes how those who answered differ from the frame.
func (f *FrameAnswered) print(b *strings.Builder, weighted bool, say map[string]string, number spoken) {
	brief := func(x float64) string { return number.short(brief(x)) }
	fmt.Fprintf(b, say["answered"]+"\n\n", f.Answered, f.Units, number.share(f.Rate))
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, say["heads"])
	var tests []string
	for _, v := range f.Balances {
		for _, l := range v.Levels {
			name, frame, among := v.Variable+" = "+l.Category, number.share(l.Frame), number.share(l.Among)
			if v.Number {
				name, frame, among = fmt.Sprintf(say["mean"], v.Variable), brief(l.Frame), brief(l.Among)
			}
			fmt.Fprintf(t, "%s\t%d\t%d\t%s\t%s\t%s\t%s\n", name, l.Asked, l.Answered, number.share(l.Rate), frame, among, number.decimals(l.Difference))
		}
		tests = append(tests, testWords(v, say, number))
	}
	_ = t.Flush()
	b.WriteString("\n" + strings.Join(tests, "\n") + "\n")
	if weighted {
		b.WriteString(say["tests"] + "\n")
	}
	fmt.Fprintf(b, "\n"+say["R"]+"\n", number.decimals(f.R.R), number.decimals(f.R.Adjusted), number.decimals(f.R.Mean), number.decimals(f.R.S))
	fmt.Fprintf(b, say["CV"]+"\n", number.decimals(f.R.CV), number.decimals(f.R.CVBy))
	for _, note := range f.notes(say) {
		fmt.Fprintf(b, say["note"]+"\n", note)
	}
	switch {
	case f.Silent.Name != "":
		fmt.Fprintf(b, "\n"+say["silent"]+"\n", survey.Quote(f.Silent.Name))
	case len(f.Effects) > 0:
		b.WriteString("\n")
		t = tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, say["effects"])
		for _, e := range f.Effects {
			fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t%s\n", e.Variable, e.Before.N, brief(e.Before.Value), brief(e.Before.SE), brief(e.After.Value), brief(e.After.SE), brief(e.Difference))
		}
		_ = t.Flush()
		by := f.Classes
		if by == outcomes.PropensityClasses {
			by = say["propensity"]
		}
		fmt.Fprintf(b, say["classes"]+"\n", len(f.ClassNames), by)
	}
}

// testWords says what the test of a variable shows.
func testWords(v outcomes.Balance, say map[string]string, number spoken) string {
	p := number.decimals(v.P)
	if v.P < .001 {
		p = fmt.Sprintf(say["below"], number.decimals(.001))
	}
	var words string
	switch {
	case math.IsNaN(v.P):
		words = fmt.Sprintf(say["no test"], v.Variable)
	case v.Number:
		words = fmt.Sprintf(say["welch"], v.Variable, number.decimals(v.Statistic), number.Decimal(v.DF, 1), p)
	default:
		words = fmt.Sprintf(say["pearson"], v.Variable, number.decimals(v.Statistic), number.Decimal(v.DF, 0), p)
		if v.Least < 5 {
			words += fmt.Sprintf(say["least"], number.Decimal(v.Least, 1))
		}
	}
	if v.Missing > 0 {
		words += fmt.Sprintf(say["left"], v.Missing)
	}
	return words
}
