package estimate

import (
	"fmt"
	"math"
	"slices"
	"strings"
)

// Method is a way to make the interval of a proportion.
type Method uint8

// The methods. Effective is p(1−p)/se², v is se², t the quantile of Student's t
// with the degrees of freedom of the design.
const (
	// Beta is Korn and Graubard's, see [PropCI].
	Beta Method = iota
	// Logit is p's logit ± t se/(p(1−p)), turned back; with replicate weights the
	// standard error is that of the logit on the replicates, see [LogitSE]. Same
	// as svyciprop(method = "logit") in R survey.
	Logit
	// Wilson is the score interval with the effective sample size in place of n
	// and t in place of the normal quantile. Source: Wilson (1927), JASA 22,
	// 209–212; Kott and Carr (1997), Journal of Official Statistics 13, 337–348.
	Wilson
	// ClopperPearson is the beta interval with n by the design effect (with
	// replacement) as effective sample size, so that it is the exact binomial
	// interval where the rows are a simple random sample; scaled for degrees of
	// freedom as Beta is. Source: Clopper and Pearson (1934), Biometrika 26,
	// 404–413; Dean and Pagano (2015), JSSAM 3, 484–503.
	ClopperPearson
	// Likelihood is the binomial likelihood ratio's, scaled by the design
	// effect. Source: Rao and Scott (1984), Annals of Statistics 12, 46–60. Same
	// as svyciprop(method = "likelihood") in R survey.
	Likelihood
	// Arcsine is asin √p ± t se/(2√(p(1−p))), turned back. Same as
	// svyciprop(method = "asin") in R survey.
	Arcsine
	// Symmetric is p ± t se; it may leave [0, 1]. Same as
	// svyciprop(method = "mean") in R survey.
	Symmetric
	// XLogit is Logit with se/(p(1−p)) also with replicate weights. Same as
	// svyciprop(method = "xlogit") in R survey.
	XLogit
)

var methodWords = []string{"beta", "logit", "wilson", "clopper-pearson", "likelihood", "asin", "mean", "xlogit"}

// String returns the method's name.
func (m Method) String() string { return methodWords[m] }

// ParseMethod returns the method called name; an empty name is beta.
func ParseMethod(name string) (Method, error) {
	if name == "" {
		return Beta, nil
	}
	at := slices.Index(methodWords, name)
	if at < 0 {
		return Beta, fmt.Errorf("%q: want %s or xlogit", name, strings.Join(methodWords[:len(methodWords)-1], ", "))
	}
	return Method(at), nil
}

// Of returns the interval of proportion p by method m at v's level; p, se, n and
// df are as for [PropCI].
//
// At 0 and 1, and where se is 0, the standard error tells nothing. Beta,
// ClopperPearson and Wilson then use n, and say so in the note; the interval is
// one-sided there. The others have none. Nor is there one where df is less than
// 1. It panics if p is outside [0, 1].
func (v *Intervals) Of(m Method, p, se float64, n, df int) (lo, hi float64, note Note) {
	nan := math.NaN()
	if m == Beta {
		return v.Prop(p, se, n, df)
	}
	if p < 0 || p > 1 {
		panic(fmt.Sprintf("estimate: interval for proportion %v", p))
	}
	if math.IsNaN(p) || math.IsNaN(se) || df < 1 || n < 2 {
		return nan, nan, NoNote
	}
	t := -v.quantile(df)
	spread := p * (1 - p)
	effective := spread / (se * se)
	certain := p == 0 || p == 1 || !(effective < rounding)
	switch m {
	case ClopperPearson:
		if certain {
			return v.Prop(p, se, n, df)
		}
		scale := v.quantile(n-1) / v.quantile(df)
		effective *= float64(n) / float64(n-1) * scale * scale
		return betaQuantile((1-v.level)/2, effective*p, effective*(1-p)+1), betaQuantile((1+v.level)/2, effective*p+1, effective*(1-p)), NoNote
	case Wilson:
		if certain {
			effective, note = float64(n), RestsOnN
		}
		centre := p + t*t/(2*effective)
		half := t * math.Sqrt(spread/effective+t*t/(4*effective*effective))
		whole := 1 + t*t/effective
		lo, hi = (centre-half)/whole, (centre+half)/whole
		if p == 0 {
			lo = 0
		}
		if p == 1 {
			hi = 1
		}
		return lo, hi, note
	}
	if certain {
		return nan, nan, NoNote
	}
	switch m {
	case Logit, XLogit:
		centre, half := math.Log(p/(1-p)), t*se/spread
		return expit(centre - half), expit(centre + half), NoNote
	case Arcsine:
		centre, half := math.Asin(math.Sqrt(p)), t*se/(2*math.Sqrt(spread))
		low, high := math.Sin(centre-half), math.Sin(centre+half)
		return low * low, high * high, NoNote
	case Likelihood:
		lo, hi = likelihood(p, se, n, t, exactFit(p))
		return lo, hi, NoNote
	}
	return p - t*se, p + t*se, NoNote
}

func expit(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
