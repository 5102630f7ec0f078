package response

import (
	"errors"
	"fmt"
	"math"

	"gonum.org/v1/gonum/mat"
)

// Coefficient is a term of the model, on the logit scale.
type Coefficient struct {
	Name  string
	Value float64
	SE    float64
}

// Model is a logistic regression of answering.
type Model struct {
	Coefficients []Coefficient
	Propensity   []float64 // of each row, in [0, 1]
	Iterations   int
	Deviance     float64
	Extremes     []Extreme

	x          []float64 // rows × terms
	covariance *mat.SymDense
	weight     []float64
}

// Extreme is a category in which nobody answered, or everybody: the propensity
// is 0 or 1, and the coefficient has no value.
type Extreme struct {
	Variable, Category string
	Everybody          bool // answered; nobody where false
}

// mostSteps is enough for any data but those in which a category answers
// altogether or not at all, whose coefficients have no end.
const mostSteps = 60

// Propensities models answering by all variables, with main effects: every
// category but the first, and numbers. A term that others tell already is left
// out. Weights count as numbers of rows, brought to a mean of 1.
//
// The error says that a row lacks a value, or that all or nobody answered. Same
// as glm(family = binomial) in R.
func Propensities(variables []Variable, answered []bool, weight []float64) (*Model, error) {
	m := &Model{weight: make([]float64, len(answered))}
	sum, yes := 0.0, 0.0
	for i, w := range weight {
		sum += w
		if answered[i] {
			yes += w
		}
	}
	switch {
	case sum == 0:
		return nil, errors.New("no row has a weight")
	case yes == 0:
		return nil, errors.New("nobody answered")
	case yes == sum:
		return nil, errors.New("everybody answered; there is nothing to model")
	}
	for i, w := range weight {
		m.weight[i] = w * float64(len(weight)) / sum
	}
	names, columns, err := terms(variables, len(answered))
	if err != nil {
		return nil, err
	}
	names, columns = independent(names, columns, m.weight)
	for _, v := range variables {
		m.extremes(v, answered)
	}
	m.fit(names, columns, answered)
	return m, nil
}

// terms returns the columns of the model, the constant first.
func terms(variables []Variable, rows int) ([]string, [][]float64, error) {
	one := make([]float64, rows)
	for i := range one {
		one[i] = 1
	}
	names, columns := []string{"constant"}, [][]float64{one}
	for _, v := range variables {
		if v.Of == nil {
			for _, x := range v.X {
				if math.IsNaN(x) {
					return nil, nil, fmt.Errorf("%s: some units of the frame have no value; want one for each", v.Name)
				}
			}
			names, columns = append(names, v.Name), append(columns, v.X)
			continue
		}
		for g := 1; g < len(v.Categories); g++ {
			column := make([]float64, rows)
			for i, of := range v.Of {
				if of < 0 {
					return nil, nil, fmt.Errorf("%s: some units of the frame have no value; want one for each", v.Name)
				}
				if int(of) == g {
					column[i] = 1
				}
			}
			names, columns = append(names, v.Name+" "+v.Categories[g]), append(columns, column)
		}
	}
	return names, columns, nil
}

// independent leaves out columns that those before them tell.
func independent(names []string, columns [][]float64, weight []float64) ([]string, [][]float64) {
	var keptNames []string
	var kept, basis [][]float64
	dot := func(a, b []float64) float64 {
		sum := 0.0
		for i := range a {
			if weight[i] > 0 {
				sum += a[i] * b[i]
			}
		}
		return sum
	}
	for k, c := range columns {
		rest := append([]float64(nil), c...)
		size := math.Sqrt(dot(c, c))
		for range 2 { // the second time for rounding
			for _, b := range basis {
				d := dot(rest, b)
				for i := range rest {
					rest[i] -= d * b[i]
				}
			}
		}
		left := math.Sqrt(dot(rest, rest))
		if !(left > 1e-7*size) {
			continue
		}
		for i := range rest {
			rest[i] /= left
		}
		basis, kept, keptNames = append(basis, rest), append(kept, c), append(keptNames, names[k])
	}
	return keptNames, kept
}

// extremes finds the categories that answered altogether or not at all.
func (m *Model) extremes(v Variable, answered []bool) {
	asked, did := make([]int, len(v.Categories)), make([]int, len(v.Categories))
	for i, g := range v.Of {
		if g >= 0 {
			asked[g]++
			did[g] += at(answered[i])
		}
	}
	for g, n := range asked {
		if n > 0 && (did[g] == 0 || did[g] == n) {
			m.Extremes = append(m.Extremes, Extreme{v.Name, v.Categories[g], did[g] == n})
		}
	}
}

// fit finds the coefficients by iteratively reweighted least squares.
func (m *Model) fit(names []string, columns [][]float64, answered []bool) {
	n, p := len(answered), len(columns)
	m.x = make([]float64, n*p)
	for k, c := range columns {
		for i, x := range c {
			m.x[i*p+k] = x
		}
	}
	eta := make([]float64, n)
	m.Propensity = make([]float64, n)
	for i := range eta { // as glm begins
		mu := (m.weight[i]*float64(at(answered[i])) + .5) / (m.weight[i] + 1)
		eta[i] = math.Log(mu / (1 - mu))
	}
	beta := make([]float64, p)
	m.Deviance = math.Inf(1)
	for m.Iterations = 1; m.Iterations <= mostSteps; m.Iterations++ {
		information, right := m.information(eta, answered)
		var cholesky mat.Cholesky
		var next mat.VecDense
		if !cholesky.Factorize(information) || cholesky.SolveVecTo(&next, right) != nil && cholesky.Cond() > 1e15 {
			break // coefficients without end: the last step stands
		}
		copy(beta, next.RawVector().Data)
		former := m.Deviance
		m.Deviance = 0
		for i := range eta {
			eta[i] = 0
			for k, b := range beta {
				eta[i] += b * m.x[i*p+k]
			}
			m.Propensity[i] = expit(eta[i])
			m.Deviance += 2 * m.weight[i] * surprise(eta[i], answered[i])
		}
		if math.Abs(former-m.Deviance) <= 1e-13*(math.Abs(m.Deviance)+.1) {
			break
		}
	}
	m.covariance = mat.NewSymDense(p, nil)
	information, _ := m.information(eta, answered)
	var cholesky mat.Cholesky
	if cholesky.Factorize(information) {
		_ = cholesky.InverseTo(m.covariance) // a large condition shows in the errors
	}
	for k, name := range names {
		m.Coefficients = append(m.Coefficients, Coefficient{name, beta[k], math.Sqrt(m.covariance.At(k, k))})
	}
}

// information returns the Fisher information at the linear predictors eta, and
// the right side of the equations for the next coefficients.
func (m *Model) information(eta []float64, answered []bool) (*mat.SymDense, *mat.VecDense) {
	p := len(m.x) / len(eta)
	information, right := mat.NewSymDense(p, nil), mat.NewVecDense(p, nil)
	for i, u := range eta {
		mu := expit(u)
		v := m.weight[i] * mu * (1 - mu)
		// v times the working response, which may be 0 times infinity.
		work := v*u + m.weight[i]*(float64(at(answered[i]))-mu)
		x := m.x[i*p : (i+1)*p]
		for a := range p {
			right.SetVec(a, right.AtVec(a)+x[a]*work)
			for b := a; b < p; b++ {
				information.SetSym(a, b, information.At(a, b)+v*x[a]*x[b])
			}
		}
	}
	return information, right
}

// surprise is minus the log of the probability of what was seen.
func surprise(eta float64, answered bool) float64 {
	if answered {
		eta = -eta
	}
	if eta > 0 {
		return eta + math.Log1p(math.Exp(-eta))
	}
	return math.Log1p(math.Exp(eta))
}

func expit(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
