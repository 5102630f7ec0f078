package study

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"

	"stikprove/coding"
)

// Print writes an agreement as text. The descriptions of the units on which the
// coders differ are health data, and printed only with texts.
func (g *Agreement) Print(out io.Writer, texts bool) error {
	var b strings.Builder
	fmt.Fprintf(&b, "A  %s\nB  %s\n\n", g.A, g.B)
	fmt.Fprintf(&b, "units coded by both     %d", g.Both)
	if left := len(g.Units) - g.Both; left > 0 {
		fmt.Fprintf(&b, "  (by A alone %d, by B alone %d, by neither %d)", g.OnlyA, g.OnlyB, left-g.OnlyA-g.OnlyB)
	}
	fmt.Fprintf(&b, "\nsame category           %s\n", percent(g.Percent))
	fmt.Fprintf(&b, "Cohen's kappa           %s\n", estimate(g.Kappa))
	fmt.Fprintf(&b, "Krippendorff's alpha    %s\n", estimate(g.Alpha))
	fmt.Fprintf(&b, "intervals at %v: percent Wilson, kappa delta method, alpha jackknife over units\n\n", g.Level)
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "category\tA\tB\tboth\tagreement\tkappa")
	for _, c := range g.Each {
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%s\t%s\n", c.Name, c.A, c.B, c.Same, number(c.Specific), estimate(c.Kappa))
	}
	_ = w.Flush() // a strings.Builder takes everything
	if c := g.Combination; c.Both > 0 {
		fmt.Fprintf(&b, "\ncombination, judged by both %d: same %s, both yes %d, kappa %s\n", c.Both, percent(c.Percent), c.Yes, estimate(c.Kappa))
	}
	if len(g.Differences) > 0 {
		b.WriteString("\nthey differ on\n")
		fmt.Fprintln(w, "id\tA\tB")
		for _, d := range g.Differences {
			fmt.Fprintf(w, "%s\t%s\t%s", d.ID, code(d.A), code(d.B))
			if texts {
				fmt.Fprintf(w, "\t%s", strings.Join(strings.Fields(d.Text), " "))
			}
			fmt.Fprintln(w)
		}
		_ = w.Flush()
	}
	_, err := io.WriteString(out, b.String())
	return err
}

// code is a verdict in a word; a plus marks a combination.
func code(v coding.Verdict) string {
	s := v.Category
	if s == "" {
		s = "-"
	}
	if v.Combination != nil && *v.Combination {
		s += " +"
	}
	return s
}

func percent(r coding.Rate) string {
	if r.N == 0 {
		return "-"
	}
	return fmt.Sprintf("%d of %d, %.1f %% (%.1f to %.1f)", r.K, r.N, 100*r.Value(), 100*r.Low, 100*r.High)
}

func estimate(e coding.Estimate) string {
	if math.IsNaN(e.Low) {
		return number(e.Value)
	}
	return fmt.Sprintf("%s (%s to %s)", number(e.Value), number(e.Low), number(e.High))
}

func number(x float64) string {
	if math.IsNaN(x) {
		return "-"
	}
	return fmt.Sprintf("%.3f", x)
}

// agreementFile is an agreement as JSON. Numbers that do not exist are left out.
type agreementFile struct {
	A           string           `json:"a"`
	B           string           `json:"b"`
	Units       int              `json:"units"` // with a category from both
	OnlyA       int              `json:"only_a"`
	OnlyB       int              `json:"only_b"`
	Level       float64          `json:"level"`
	Same        *rateFile        `json:"same"`
	Kappa       *estimateFile    `json:"kappa,omitempty"`
	Alpha       *estimateFile    `json:"alpha,omitempty"`
	Categories  []categoryFile   `json:"categories"`
	Table       [][]int          `json:"table"` // A's category by B's, in that order
	Combination *combinationFile `json:"combination,omitempty"`
	Differences []differenceFile `json:"differences"`
}

type rateFile struct {
	K    int     `json:"k"`
	N    int     `json:"n"`
	P    float64 `json:"p"`
	Low  float64 `json:"low"`
	High float64 `json:"high"`
}

type estimateFile struct {
	Value float64  `json:"value"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
}

type categoryFile struct {
	Name     string        `json:"name"`
	A        int           `json:"a"`
	B        int           `json:"b"`
	Same     int           `json:"same"`
	Specific float64       `json:"specific"`
	Kappa    *estimateFile `json:"kappa,omitempty"`
}

type combinationFile struct {
	Units int           `json:"units"`
	Same  *rateFile     `json:"same"`
	Yes   int           `json:"yes"`
	Kappa *estimateFile `json:"kappa,omitempty"`
}

type differenceFile struct {
	ID           string `json:"id"`
	A            string `json:"a"`
	B            string `json:"b"`
	ACombination *bool  `json:"a_combination,omitempty"`
	BCombination *bool  `json:"b_combination,omitempty"`
	Text         string `json:"text,omitempty"`
}

// JSON writes an agreement for other programs; descriptions only with texts.
func (g *Agreement) JSON(out io.Writer, texts bool) error {
	f := agreementFile{
		A: g.A, B: g.B, Units: g.Both, OnlyA: g.OnlyA, OnlyB: g.OnlyB, Level: g.Level, Same: rate(g.Percent),
		Kappa: inFile(g.Kappa), Alpha: inFile(g.Alpha), Table: g.Table, Differences: []differenceFile{},
	}
	for _, c := range g.Each {
		f.Categories = append(f.Categories, categoryFile{c.Name, c.A, c.B, c.Same, c.Specific, inFile(c.Kappa)})
	}
	if c := g.Combination; c.Both > 0 {
		f.Combination = &combinationFile{c.Both, rate(c.Percent), c.Yes, inFile(c.Kappa)}
	}
	for _, d := range g.Differences {
		x := differenceFile{ID: d.ID, A: d.A.Category, B: d.B.Category, ACombination: d.A.Combination, BCombination: d.B.Combination}
		if texts {
			x.Text = d.Text
		}
		f.Differences = append(f.Differences, x)
	}
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(f)
}

func rate(r coding.Rate) *rateFile {
	if r.N == 0 {
		return nil
	}
	return &rateFile{r.K, r.N, r.Value(), r.Low, r.High}
}

func inFile(e coding.Estimate) *estimateFile {
	if math.IsNaN(e.Value) {
		return nil
	}
	f := &estimateFile{Value: e.Value}
	if !math.IsNaN(e.Low) {
		f.Low, f.High = &e.Low, &e.High
	}
	return f
}
