package study

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"

	estimates "stikprove/sample/estimate"
	"stikprove/survey/sheet"
)

// estimatedJSON is an estimate in the machine format; it is stable. Fields that
// do not apply are left out.
type estimatedJSON struct {
	Statistic  string   `json:"statistic"`
	Variable   string   `json:"variable"`
	Category   string   `json:"category,omitempty"`
	Quantile   float64  `json:"quantile,omitempty"`
	Domain     string   `json:"domain,omitempty"`
	N          *int     `json:"n,omitempty"`
	Estimate   *float64 `json:"estimate,omitempty"`
	SE         *float64 `json:"se,omitempty"`
	DF         *int     `json:"df,omitempty"`
	Low        *float64 `json:"low,omitempty"`
	High       *float64 `json:"high,omitempty"`
	Deff       *float64 `json:"deff,omitempty"`
	Effective  *float64 `json:"effective_n,omitempty"`
	Weights    string   `json:"weights,omitempty"` // equal, where the estimate is beside the design's own
	Suppressed bool     `json:"suppressed,omitempty"`
	Note       string   `json:"note,omitempty"`
}

// JSON writes the estimates in the machine format: a list.
func (e *Estimates) JSON(w io.Writer) error {
	out := make([]estimatedJSON, len(e.Rows))
	for i, v := range e.Rows {
		j := estimatedJSON{Statistic: v.Statistic, Variable: v.Variable, Category: v.Category, Quantile: v.Quantile, Domain: v.Domain,
			Estimate: existing(v.Value), SE: existing(v.SE), Low: existing(v.Low), High: existing(v.High),
			Deff: existing(e.deff(v)), Effective: existing(v.Effective), Suppressed: v.Suppressed, Note: estimateWordsOf["en"].words(v, e.Minimum)}
		if !v.Suppressed {
			j.N = &e.Rows[i].N
		}
		if v.Equal {
			j.Weights = "equal"
		}
		if v.sampled() {
			j.DF = &e.Rows[i].DF
		}
		out[i] = j
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(out)
}

// sampled reports whether the estimate has degrees of freedom, be they none.
func (v Estimated) sampled() bool {
	return !v.Suppressed && v.DF != notTold && v.N > 0 && v.Why != estimates.NoSampling && !v.guessed
}

// existing returns a number that is one, or nil.
func existing(x float64) *float64 {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return nil
	}
	return &x
}

func (e *Estimates) deff(v Estimated) float64 {
	if e.Replace {
		return v.DeffReplace
	}
	return v.Deff
}

// header is the heading of the estimates as CSV, by the names of the machine
// format.
var header = []string{"statistic", "variable", "category", "quantile", "domain", "n", "estimate", "se", "df", "low", "high", "deff", "effective_n", "weights", "note"}

// CSV writes the estimates with a heading row. Numbers that do not exist are
// empty.
func (e *Estimates) CSV(w io.Writer) error {
	out := csv.NewWriter(w)
	_ = out.Write(header) // kept for Error
	for _, v := range e.Rows {
		row := []string{v.Statistic, sheet.Inert(v.Variable), sheet.Inert(v.Category), "", sheet.Inert(v.Domain), strconv.Itoa(v.N), exactly(v.Value), exactly(v.SE), "",
			exactly(v.Low), exactly(v.High), exactly(e.deff(v)), exactly(v.Effective), "", estimateWordsOf["en"].words(v, e.Minimum)}
		if v.Equal {
			row[13] = "equal"
		}
		if v.Quantile > 0 {
			row[3] = exactly(v.Quantile)
		}
		if v.Suppressed {
			row[5] = ""
		}
		if v.sampled() {
			row[8] = strconv.Itoa(v.DF)
		}
		_ = out.Write(row)
	}
	out.Flush()
	return out.Error()
}

func exactly(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

// Print writes the estimates as text in a language, Danish where it is none that
// reports are printed in, with design effects and effective sample sizes where
// deff says so.
func (e *Estimates) Print(w io.Writer, language string, deff bool) error {
	say, ok := estimateWordsOf[language]
	if !ok {
		say = estimateWordsOf["da"]
	}
	var b strings.Builder
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	domain := len(e.By) > 0
	line := func(statistic, of string, cells ...string) {
		fields := []string{statistic}
		if domain {
			fields = append(fields, of)
		}
		fmt.Fprintln(t, strings.Join(append(fields, cells...), "\t"))
	}
	heads := slices.Clone(say.heads)
	last := len(heads) - 1
	heads[last] = fmt.Sprintf(heads[last], say.number(strconv.FormatFloat(100*e.Level, 'g', 12, 64)))
	if deff {
		heads = append(heads, say.deffs...)
	}
	line("", strings.Join(e.By, ","), heads...)
	var notes []string
	number := func(x float64) string { return say.number(brief(x)) }
	for _, v := range e.Rows {
		name := say.name(v)
		n, df, interval := strconv.Itoa(v.N), "-", "-"
		if v.Suppressed {
			n = "-"
		}
		if v.sampled() {
			df = strconv.Itoa(v.DF)
		}
		if !math.IsNaN(v.Low) || !math.IsNaN(v.High) {
			interval = number(v.Low) + say.to + number(v.High)
		}
		cells := []string{n, number(v.Value), number(v.SE), df, interval}
		if deff {
			cells = append(cells, number(e.deff(v)), number(v.Effective))
		}
		line(name, v.Domain, cells...)
		if words := say.words(v, e.Minimum); words != "" {
			about := name
			if v.Domain != "" {
				about += ", " + v.Domain
			}
			notes = append(notes, about+": "+words)
		}
	}
	_ = t.Flush() // a strings.Builder takes everything
	if len(notes) > 0 {
		b.WriteString("\n" + strings.Join(notes, "\n") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// brief writes a number with five digits.
func brief(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return "-"
	}
	if a := math.Abs(x); a >= 10000 && a < 1e15 {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'g', 5, 64)
}
