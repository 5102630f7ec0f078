package response

import "math"

// Rates are the outcome rates of AAPOR's Standard Definitions, each in [0, 1] or
// NaN where nothing is in its denominator. RR[0] is RR1.
type Rates struct {
	RR   [6]float64
	COOP [4]float64
	REF  [3]float64
	CON  [3]float64
	E    float64 // share of the cases of unknown eligibility that is taken to be eligible; NaN where it cannot be estimated
}

// RatesOf returns the rates of weighted counts by disposition. e is the share of
// cases of unknown eligibility that is eligible, in [0, 1]; where it is NaN it is
// estimated by proportional allocation: the share of eligible among those whose
// eligibility is known (CASRO). With no case of unknown eligibility it plays no
// part.
func RatesOf(n [Dispositions]float64, e float64) Rates {
	i, p, r, nc, o := n[Interview], n[Partial], n[Refusal], n[NonContact], n[Other]
	unknown := n[UnknownHousing] + n[UnknownOther]
	interviewed := i + p
	known := interviewed + r + nc + o
	if math.IsNaN(e) {
		e = ratio(known, known+n[NotEligible])
	}
	guessed := e * unknown
	if unknown == 0 {
		guessed = 0
	}
	contacted := interviewed + r + o
	return Rates{
		RR: [6]float64{ratio(i, known+unknown), ratio(interviewed, known+unknown), ratio(i, known+guessed), ratio(interviewed, known+guessed),
			ratio(i, known), ratio(interviewed, known)},
		COOP: [4]float64{ratio(i, contacted), ratio(interviewed, contacted), ratio(i, interviewed+r), ratio(interviewed, interviewed+r)},
		REF:  [3]float64{ratio(r, known+unknown), ratio(r, known+guessed), ratio(r, known)},
		CON:  [3]float64{ratio(contacted, known+unknown), ratio(contacted, known+guessed), ratio(contacted, known)},
		E:    e,
	}
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return math.NaN()
	}
	return a / b
}

// Named is a rate with its name, such as RR1.
type Named struct {
	Name  string
	Value float64
}

// All returns the rates by name: RR1–6, COOP1–4, REF1–3, CON1–3.
func (r Rates) All() []Named {
	var all []Named
	for _, family := range []struct {
		name  string
		rates []float64
	}{{"RR", r.RR[:]}, {"COOP", r.COOP[:]}, {"REF", r.REF[:]}, {"CON", r.CON[:]}} {
		for k, v := range family.rates {
			all = append(all, Named{family.name + string(rune('1'+k)), v})
		}
	}
	return all
}
