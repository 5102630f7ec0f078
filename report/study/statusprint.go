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
	say, number := st.say(), spokenIn(st.language)
	states := strings.Join([]string{say["asked"], say["complete"], say["partial"], say["none"]}, "\t")
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\t%s\n", say["part"], states)
	for i, part := range st.Parts {
		n := st.states(i)
		name := st.named(part)
		if part.Wanted > 0 {
			name = fmt.Sprintf(say["each"], name, part.Wanted)
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\n", name, len(st.Respondents), n[StateComplete], n[StatePartial], n[StateNone])
	}
	fmt.Fprintln(t)
	heading := say["all parts"]
	if st.by != "" {
		heading = st.by
	}
	fmt.Fprintf(t, "%s\t%s\tRR1\tRR2\n", heading, states)
	for i, g := range st.Groups {
		name := g.Group
		if i == len(st.Groups)-1 {
			name = say["all"]
		}
		fmt.Fprintf(t, "%s\t%d\t%d\t%d\t%d\t%s\t%s\n", name, g.asked(), g.States[StateComplete], g.States[StatePartial], g.States[StateNone], number.share(g.Rates.RR[0]), number.share(g.Rates.RR[1]))
	}
	_ = t.Flush() // a strings.Builder takes everything
	st.printRates(&b)
	st.printDays(&b)
	if st.Precision != nil {
		st.Precision.print(&b, say, number)
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
	say, number := st.say(), spokenIn(st.language)
	all := st.Groups[len(st.Groups)-1]
	dispositions, rates := strings.ToLower(say["dispositions"]), say["rates"]
	width := max(len(dispositions), len(rates))
	fmt.Fprintf(b, "\n%-*s", width, dispositions)
	for d := range outcomes.Disposition(outcomes.Dispositions) {
		if n := all.N[d]; n > 0 {
			fmt.Fprintf(b, "  %s %d", d, n)
		}
	}
	fmt.Fprintf(b, "\n%-*s", width, rates)
	for _, r := range all.Rates.All()[:6] {
		fmt.Fprintf(b, "  %s %s", r.Name, number.share(r.Value))
	}
	fmt.Fprintf(b, "\n%s\n", say["silent"])
}

func (st *Status) printDays(b *strings.Builder) {
	if len(st.Days) == 0 {
		return
	}
	say := st.say()
	b.WriteString("\n")
	t := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(t, "%s\t%s\t%s\n", say["day"], say["came"], say["in all"])
	for _, d := range st.Days {
		fmt.Fprintf(t, "%s\t%d\t%d\n", d.Day, d.Answers, d.All)
	}
	_ = t.Flush()
}

func (p *StatusPrecision) print(b *strings.Builder, say map[string]string, number spoken) {
	fmt.Fprintf(b, "\n"+say["wanted"]+"\n", number.short(short(p.Proportion)), number.short(short(p.Margin)), number.short(short(p.Level)), p.Needed, p.Population)
	now := say["nothing"]
	if !math.IsNaN(p.Now) {
		now = fmt.Sprintf(say["margin"], number.share(p.Now))
	}
	fmt.Fprintf(b, say["so far"]+"\n", p.Have, now)
	switch {
	case p.Further == 0:
		b.WriteString(say["enough"])
	case p.Further > p.Remind:
		fmt.Fprintf(b, say["too few"], p.Further, p.Remind, number.share(p.Best))
	default:
		fmt.Fprintf(b, say["further"], p.Further, number.share(p.Share), p.Remind)
	}
	fmt.Fprintf(b, "\n%s\n", say["as drawn"])
}

// printMissing lists what is missing of each respondent to remind.
func (st *Status) printMissing(b *strings.Builder) {
	say, n := st.say(), 0
	for _, r := range st.Respondents {
		if !r.Remind {
			continue
		}
		if n++; n == 1 {
			fmt.Fprintf(b, "\n%s\n", say["lacks"])
		}
		var parts []string
		for i, a := range r.Parts {
			if m := st.lacking(i, a); m != "" {
				parts = append(parts, st.named(st.Parts[i])+": "+m)
			}
		}
		fmt.Fprintf(b, "  %s: %s\n", r.ID, strings.Join(parts, "; "))
	}
	fmt.Fprintf(b, "\n"+say["to remind"]+"\n", n)
}

// lacking words what a respondent lacks of a part, "" where it is complete.
func (st *Status) lacking(part int, a StatusAnswers) string {
	if a.State == StateComplete {
		return ""
	}
	say := st.say()
	words := say["everything"]
	if wanted := st.Parts[part].Wanted; wanted > 0 {
		words = fmt.Sprintf(say["lacking"], max(wanted-a.Cases, 0), wanted)
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
