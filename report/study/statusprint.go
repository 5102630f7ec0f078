package study

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	outcomes "stikprove/sample/response"
)

// Print writes the status for people.
func (st *Status) Print(w io.Writer) error {
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "part\tasked\tcomplete\tpartial\tnone")
	for i, part := range st.Parts {
		n := st.states(i)
		name := part.Source
		if part.Wanted > 0 {
			name += fmt.Sprintf(", %d each", part.Wanted)
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\n", name, len(st.Respondents), n[StateComplete], n[StatePartial], n[StateNone])
	}
	fmt.Fprintln(t)
	heading := "all parts"
	if st.by != "" {
		heading = st.by
	}
	fmt.Fprintf(t, "%s\tasked\tcomplete\tpartial\tnone\tRR1\tRR2\n", heading)
	for i, g := range st.Groups {
		name := g.Group
		if i == len(st.Groups)-1 {
			name = "all"
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%s\t%s\n", name, g.asked(), g.States[StateComplete], g.States[StatePartial], g.States[StateNone], share(g.Rates.RR[0]), share(g.Rates.RR[1]))
	}
	_ = t.Flush() // a strings.Builder takes everything
	st.printRates(&b)
	st.printDays(&b)
	if st.Precision != nil {
		st.Precision.print(&b)
	}
	st.printMissing(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// asked counts a group's respondents.
func (g StatusGroup) asked() int { return g.States[0] + g.States[1] + g.States[2] }

// states counts the respondents by their state in a part.
func (st *Status) states(part int) [3]int {
	var n [3]int
	for _, r := range st.Respondents {
		n[r.Parts[part].State]++
	}
	return n
}

func (st *Status) printRates(b *strings.Builder) {
	all := st.Groups[len(st.Groups)-1]
	b.WriteString("\ndispositions")
	for d := range outcomes.Disposition(outcomes.Dispositions) {
		if n := all.N[d]; n > 0 {
			fmt.Fprintf(b, "  %s %d", d, n)
		}
	}
	b.WriteString("\nrates       ")
	for _, r := range all.Rates.All()[:6] {
		fmt.Fprintf(b, "  %s %s", r.Name, share(r.Value))
	}
	b.WriteString("\nsilent respondents of whom nothing is noted count as not contacted (NC), which are eligible\n")
}

func (st *Status) printDays(b *strings.Builder) {
	if len(st.Days) == 0 {
		return
	}
	b.WriteString("\n")
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "day\tanswers\tin all")
	for _, d := range st.Days {
		fmt.Fprintf(t, "%s\t%d\t%d\n", d.Day, d.Answers, d.All)
	}
	_ = t.Flush()
}

func (p *StatusPrecision) print(b *strings.Builder) {
	fmt.Fprintf(b, "\nfor a proportion of %s with a margin of %s at level %s: %d complete answers of %d, with the correction for a finite population\n",
		short(p.Proportion), short(p.Margin), short(p.Level), p.Needed, p.Population)
	now := "no margin yet"
	if !math.IsNaN(p.Now) {
		now = "a margin of " + share(p.Now)
	}
	fmt.Fprintf(b, "so far %d, which gives %s\n", p.Have, now)
	switch {
	case p.Further == 0:
		b.WriteString("no further answers are needed for that\n")
	case p.Further > p.Remind:
		fmt.Fprintf(b, "%d more are needed, and %d are left to remind: it cannot be reached; if all of them answered the margin would be %s\n", p.Further, p.Remind, share(p.Best))
	default:
		fmt.Fprintf(b, "%d more are needed: %s of the %d to remind\n", p.Further, share(p.Share), p.Remind)
	}
	b.WriteString("this takes those who answer for a random sample of the frame; that they may differ from the others no number of answers tells\n")
}

// printMissing lists what is missing of each respondent to remind.
func (st *Status) printMissing(b *strings.Builder) {
	n := 0
	for _, r := range st.Respondents {
		if !r.Remind {
			continue
		}
		if n++; n == 1 {
			b.WriteString("\nmissing\n")
		}
		var parts []string
		for i, a := range r.Parts {
			if m := st.lacking(i, a); m != "" {
				parts = append(parts, st.Parts[i].Source+": "+m)
			}
		}
		fmt.Fprintf(b, "  %s: %s\n", r.ID, strings.Join(parts, "; "))
	}
	fmt.Fprintf(b, "\nto remind: %d\n", n)
}

// lacking words what a respondent lacks of a part, "" where it is complete.
func (st *Status) lacking(part int, a StatusAnswers) string {
	if a.State == StateComplete {
		return ""
	}
	words := "everything"
	if wanted := st.Parts[part].Wanted; wanted > 0 {
		words = fmt.Sprintf("%d of %d", max(wanted-a.Cases, 0), wanted)
	} else if a.State == StateNone {
		return words
	}
	if len(a.Missing) > 0 && a.State == StatePartial {
		list := strings.Join(a.Missing, ", ")
		if st.Parts[part].Wanted == 0 {
			return list
		}
		words += " (" + list + ")"
	}
	return words
}
