package study

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// resultWords say what the numbers of a plan are.
var resultWords = map[string]string{
	"simple":             "answers with a simple random sample of an endless population",
	"deff":               "design effect",
	"answers":            "answers needed",
	"answers_all":        "answers needed in all, so that the domain has its own",
	"draw":               "units to draw",
	"clusters":           "clusters",
	"effective":          "answers they are worth",
	"margin":             "half width of the interval",
	"power":              "power",
	"se":                 "standard error of the difference",
	"smallest":           "smallest difference found",
	"second_answers":     "answers needed in the second wave",
	"per_cluster":        "cases per cluster, exactly",
	"per_cluster_whole":  "cases per cluster",
	"cost_per_effective": "cost of an effective answer",
	"se_of_mean":         "standard error of the mean",
}

// Text writes the plan for people: what was assumed, what follows, by which
// formula.
func (p *Planned) Text(w io.Writer) error {
	var b strings.Builder
	var inputs []string
	for _, f := range p.inputs {
		inputs = append(inputs, strings.ReplaceAll(f.name, "_", " ")+" "+short(f.value))
	}
	fmt.Fprintf(&b, "%s: %s\n\n", p.kind, strings.Join(inputs, ", "))
	given := map[string]bool{}
	for _, f := range p.inputs {
		given[f.name] = true
	}
	lines := [][]string{}
	for _, f := range p.results {
		words := resultWords[f.name]
		if f.name == "answers" && (given["n"] || given["budget"]) {
			words = "answers"
		}
		lines = append(lines, []string{words, "", short(f.value), ""})
	}
	if len(lines) > 0 {
		aligned(&b, lines)
	}
	if len(p.rows) > 0 {
		if len(lines) > 0 {
			b.WriteString("\n")
		}
		b.WriteString(p.table())
	}
	fmt.Fprintf(&b, "\nformula: %s\nsource: %s\n", p.formula, p.source)
	for _, n := range p.notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// table returns the rows in columns.
func (p *Planned) table() string {
	heading := []string{"", ""}
	for _, name := range p.heading {
		heading = append(heading, strings.ReplaceAll(name, "_", " "))
	}
	lines := [][]string{append(heading, "")}
	for _, row := range p.rows {
		line := []string{"", ""}
		for _, v := range row {
			line = append(line, short(v))
		}
		lines = append(lines, append(line, ""))
	}
	var b strings.Builder
	aligned(&b, lines)
	return b.String()
}

// JSON writes the plan in the machine format; it is stable.
func (p *Planned) JSON(w io.Writer) error {
	named := func(facts []fact) map[string]float64 {
		m := make(map[string]float64, len(facts))
		for _, f := range facts {
			m[f.name] = f.value
		}
		return m
	}
	rows := []map[string]float64{}
	for _, row := range p.rows {
		m := map[string]float64{}
		for k, v := range row {
			m[p.heading[k]] = v
		}
		rows = append(rows, m)
	}
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	encoder.SetEscapeHTML(false)
	return encoder.Encode(struct {
		Plan    string               `json:"plan"`
		Inputs  map[string]float64   `json:"inputs"`
		Results map[string]float64   `json:"results"`
		Rows    []map[string]float64 `json:"rows"`
		Formula string               `json:"formula"`
		Source  string               `json:"source"`
		Notes   []string             `json:"notes"`
	}{p.kind, named(p.inputs), named(p.results), rows, p.formula, p.source, append([]string{}, p.notes...)})
}
