package study

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
	"text/tabwriter"

	"stikprove/sample/weight"
)

// Print writes what was done, what categories came to, and how unequal the
// weights are.
func (r *Weighed) Print(w io.Writer) error {
	var b strings.Builder
	for _, step := range r.Steps {
		b.WriteString(stepWords(step) + "\n")
	}
	if len(r.Margins) > 0 {
		b.WriteString("\n")
		t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		fmt.Fprintln(t, "\tn\twanted\tbefore\tafter")
		for _, c := range r.Margins {
			name := c.Variable
			if c.Category != "" {
				name += " = " + c.Category
			}
			fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\n", name, c.N, brief(c.Wanted), brief(c.Before), brief(c.After))
		}
		_ = t.Flush() // a strings.Builder takes everything
	}
	b.WriteString("\n")
	t := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "weights\trows\tsum\tleast\tlargest\tdesign effect\teffective n")
	for _, line := range []struct {
		name string
		s    weight.Summary
	}{{"before", r.Before}, {"after", r.After}} {
		fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t%s\n", line.name, line.s.Rows, brief(line.s.Sum), brief(line.s.Least), brief(line.s.Most), brief(line.s.Deff), brief(line.s.Effective))
	}
	_ = t.Flush()
	fmt.Fprintf(&b, "new weights are %s to %s times the old; design effect is Kish's, of unequal weights alone\n", brief(r.After.LeastOf), brief(r.After.MostOf))
	if r.Replicates > 0 {
		fmt.Fprintf(&b, "%d replicate weights (%s), each adjusted in the same way; variance is %s\n", r.Replicates, r.Method, r.formula())
	}
	if r.Failed > 0 {
		fmt.Fprintf(&b, "%d of them could not be adjusted, for a category without respondents or bounds that leave no room; variances leave them out\n", r.Failed)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// formula writes the variance that the replicates make.
func (r *Weighed) formula() string {
	centre := "the mean of t_r"
	if r.MSE {
		centre = "t"
	}
	same := true
	for _, s := range r.RScale {
		same = same && s == r.RScale[0]
	}
	if same {
		return fmt.Sprintf("%s × Σ (t_r − %s)²", brief(r.Scale*r.RScale[0]), centre)
	}
	return fmt.Sprintf("Σ s_r (t_r − %s)², with s_r as --format json has them", centre)
}

// stepWords says what an adjustment did.
func stepWords(s weight.Result) string {
	words := []string{}
	switch {
	case s.Iterations == 1:
		words = append(words, "1 iteration")
	case s.Iterations > 0:
		words = append(words, fmt.Sprintf("%d iterations", s.Iterations))
	}
	if s.Tolerance > 0 {
		words = append(words, fmt.Sprintf("converged: every total is met to %s of it", strconv.FormatFloat(max(s.Tolerance, math.Pow(10, math.Ceil(math.Log10(s.Misfit)))), 'g', 1, 64)))
	}
	switch {
	case s.Changed > 0 && strings.HasPrefix(s.Name, "nonresponse"):
		words = append(words, fmt.Sprintf("the weights of %d rows carried over", s.Changed))
	case s.Changed > 0:
		words = append(words, fmt.Sprintf("%d weights outside the bounds", s.Changed))
	case s.Name == "trimming":
		words = append(words, "no weight outside the bounds")
	}
	if s.Scale != 0 && s.Scale != 1 {
		words = append(words, fmt.Sprintf("weights multiplied by %s first, and bounds are of those", brief(s.Scale)))
	}
	if len(words) == 0 {
		return s.Name
	}
	return s.Name + ": " + strings.Join(words, "; ")
}

// weighedJSON is the machine format; it is stable.
type weighedJSON struct {
	Steps   []stepJSON    `json:"steps"`
	Margins []marginJSON  `json:"margins"`
	Before  summaryJSON   `json:"before"`
	After   summaryJSON   `json:"after"`
	Ratio   [2]float64    `json:"ratio"` // least and largest of new weights by old
	Reps    *replicasJSON `json:"replicates,omitempty"`
}

type stepJSON struct {
	Name       string  `json:"name"`
	Iterations int     `json:"iterations,omitempty"`
	Converged  bool    `json:"converged"`
	Misfit     float64 `json:"misfit"`
	Tolerance  float64 `json:"tolerance,omitempty"`
	Changed    int     `json:"changed,omitempty"`
	Scale      float64 `json:"scale,omitempty"`
}

type marginJSON struct {
	Variable string  `json:"variable"`
	Category string  `json:"category,omitempty"`
	N        int     `json:"n"`
	Wanted   float64 `json:"wanted"`
	Before   float64 `json:"before"`
	After    float64 `json:"after"`
}

type summaryJSON struct {
	Rows      int     `json:"rows"`
	Sum       float64 `json:"sum"`
	Least     float64 `json:"least"`
	Largest   float64 `json:"largest"`
	Deff      float64 `json:"deff"`
	Effective float64 `json:"effective_n"`
}

type replicasJSON struct {
	Method string    `json:"method"`
	Number int       `json:"number"`
	Failed int       `json:"failed,omitempty"`
	Scale  float64   `json:"scale"`
	RScale []float64 `json:"rscales"`
	MSE    bool      `json:"mse"`
}

// JSON writes the account in the machine format.
func (r *Weighed) JSON(w io.Writer) error {
	summary := func(s weight.Summary) summaryJSON {
		return summaryJSON{s.Rows, s.Sum, s.Least, s.Most, s.Deff, s.Effective}
	}
	out := weighedJSON{Steps: []stepJSON{}, Margins: []marginJSON{}, Before: summary(r.Before), After: summary(r.After), Ratio: [2]float64{r.After.LeastOf, r.After.MostOf}}
	for _, s := range r.Steps {
		j := stepJSON{Name: s.Name, Iterations: s.Iterations, Converged: true, Misfit: s.Misfit, Tolerance: s.Tolerance, Changed: s.Changed}
		if s.Scale != 1 {
			j.Scale = s.Scale
		}
		out.Steps = append(out.Steps, j)
	}
	for _, c := range r.Margins {
		out.Margins = append(out.Margins, marginJSON(c))
	}
	if r.Replicates > 0 {
		out.Reps = &replicasJSON{r.Method, r.Replicates, r.Failed, r.Scale, r.RScale, r.MSE}
	}
	return writeJSON(w, out)
}

// writeJSON writes a value with two blanks for each level.
func writeJSON(w io.Writer, value any) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(value)
}
