package coding

import (
	"cmp"
	"slices"
	"strconv"
)

// Calibrated is one step of a calibration: of N descriptions whose score was up
// to Score, this share came out right.
type Calibrated struct {
	Score float64 // in [0, 1]; the step ends here
	Right float64 // in [0, 1]; never falls from one step to the next
	N     int
}

// Calibrate fits a calibration to a set of settled descriptions by isotonic
// regression: pool adjacent violators (Ayer and others, 1955, Annals of
// Mathematical Statistics 26, 641-647). One right and one wrong half a
// description is added to every step, so that no score is called certain.
func Calibrate(c *Coder, set []Gold) []Calibrated {
	codings := make([]Coding, len(set))
	order := make([]int, len(set))
	for i, g := range set {
		codings[i], order[i] = c.Code(g.Text), i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(codings[a].score, codings[b].score) })
	var steps []pool
	for _, i := range order {
		p := pool{score: codings[i].score, n: 1}
		if codings[i].category() == set[i].Category {
			p.right = 1
		}
		if last := len(steps) - 1; last >= 0 && (steps[last].n < leastStep || steps[last].score == p.score) {
			p = steps[last].with(p)
			steps = steps[:last]
		}
		steps = append(steps, p)
	}
	var pooled []pool
	for _, p := range steps {
		for len(pooled) > 0 && (pooled[len(pooled)-1].share() >= p.share() || p.n < leastStep) {
			p = pooled[len(pooled)-1].with(p)
			pooled = pooled[:len(pooled)-1]
		}
		pooled = append(pooled, p)
	}
	var out []Calibrated
	for _, p := range pooled {
		out = append(out, Calibrated{Score: round(p.score), Right: round(p.share()), N: int(p.n)})
	}
	return out
}

// pool is descriptions of neighbouring scores.
type pool struct{ score, right, n float64 }

func (p pool) with(higher pool) pool {
	return pool{score: higher.score, right: p.right + higher.right, n: p.n + higher.n}
}

func (p pool) share() float64 { return (p.right + 0.5) / (p.n + 1) }

// leastStep is the fewest descriptions a step rests on.
const leastStep = 20

func round(v float64) float64 { return float64(int(v*1000+0.5)) / 1000 }

// calibration reads a step.
func (rd *schemeReader) calibration(f []string) {
	score, err1 := strconv.ParseFloat(f[1], 64)
	right, err2 := strconv.ParseFloat(f[2], 64)
	n, err3 := strconv.Atoi(f[3])
	c := rd.scheme.Calibration
	switch {
	case err1 != nil || err2 != nil || err3 != nil || score < 0 || score > 1 || right < 0 || right > 1 || n < 1:
		rd.problem(rd.line, "calibration: got %q, %q, %q, want a score and a share in [0, 1] and a number of descriptions", f[1], f[2], f[3])
		return
	case len(c) > 0 && (score <= c[len(c)-1].Score || right < c[len(c)-1].Right):
		rd.problem(rd.line, "calibration: scores must rise from line to line and shares never fall")
		return
	}
	rd.scheme.Calibration = append(c, Calibrated{Score: score, Right: right, N: n})
}

// threshold returns the score below which a person should look so that no more
// than an accepted share of the rest is wrong; above 1 where the calibration
// gives no such score.
func (s *Scheme) threshold(accepted float64) float64 {
	below, wrong, n := 2.0, 0.0, 0.0
	for i := len(s.Calibration) - 1; i >= 0; i-- {
		c := s.Calibration[i]
		wrong += float64(c.N) * (1 - c.Right)
		n += float64(c.N)
		if wrong > accepted*n {
			break
		}
		below = 0
		if i > 0 {
			below = s.Calibration[i-1].Score + 1e-6
		}
	}
	return below
}

// confidence turns the score of the rules into the share of such codings that
// come out right. Without a calibration it is the score.
func (s *Scheme) confidence(score float64) float64 {
	if len(s.Calibration) == 0 {
		return score
	}
	for _, c := range s.Calibration {
		if score <= c.Score+1e-9 {
			return c.Right
		}
	}
	return s.Calibration[len(s.Calibration)-1].Right
}
