package draw

import (
	"math"
	"slices"
)

// strata numbers the strata by name.
func (r *frameReader) strata() {
	f := r.frame
	f.strata = slices.Compact(slices.Sorted(slices.Values(r.names)))
	for i := range f.units {
		f.units[i].stratum, _ = slices.BinarySearch(f.strata, r.names[i])
	}
}

// psus gathers the first-stage units in frame order.
func (r *frameReader) psus() {
	if r.psu == nil {
		return
	}
	f := r.frame
	numbers := map[string]int{}
	for i := range f.units {
		u := &f.units[i]
		k, met := numbers[r.homes[i]]
		if !met {
			k = len(f.psus)
			numbers[r.homes[i]] = k
			f.psus = append(f.psus, psu{name: r.homes[i], stratum: u.stratum, size: u.size, row: u.row})
		}
		p := &f.psus[k]
		if p.stratum != u.stratum {
			r.found(u.row, r.by[0], "%s is in stratum %q here and in %q before; a first-stage unit is in one",
				shown(r.psu, u.row), r.names[i], f.strata[p.stratum])
		}
		if p.size != u.size && r.size != nil {
			r.found(u.row, r.size, "got %s for %s, which had %s before; all units of a first-stage unit say its one size",
				number(u.size), shown(r.psu, u.row), number(p.size))
		}
		u.psu = k
		p.units = append(p.units, i)
	}
	if r.size == nil {
		for k := range f.psus {
			f.psus[k].size = float64(len(f.psus[k].units))
		}
	}
}

// deviations finds the standard deviation of each stratum.
func (r *frameReader) deviations() {
	f := r.frame
	f.sd = make([]float64, len(f.strata))
	for h := range f.sd {
		f.sd[h] = math.NaN()
	}
	switch {
	case r.sd != nil:
		for _, u := range f.units {
			v := r.sd.Number(u.row)
			switch had := f.sd[u.stratum]; {
			case math.IsNaN(v):
				r.found(u.row, r.sd, "no standard deviation; Neyman allocation needs one of every stratum")
			case v < 0 || v > maxSize:
				r.found(u.row, r.sd, "got %s, want a standard deviation of at least 0", number(v))
			case !math.IsNaN(had) && had != v:
				r.found(u.row, r.sd, "got %s, and %s before in the same stratum; a stratum has one standard deviation", number(v), number(had))
			default:
				f.sd[u.stratum] = v
			}
		}
	case r.of != nil:
		r.spread()
	}
}

// spread takes the standard deviation, with the divisor n−1, of a number within
// each stratum; a stratum of one unit has 0. It is computed in two passes.
func (r *frameReader) spread() {
	f := r.frame
	count, mean, square := make([]float64, len(f.strata)), make([]float64, len(f.strata)), make([]float64, len(f.strata))
	for _, u := range f.units {
		v := r.of.Number(u.row)
		if math.IsNaN(v) || math.Abs(v) > maxSize {
			r.found(u.row, r.of, "no number; the spread within a stratum needs one of every unit")
			return
		}
		count[u.stratum]++
		mean[u.stratum] += v
	}
	for h := range mean {
		mean[h] /= count[h]
	}
	for _, u := range f.units {
		d := r.of.Number(u.row) - mean[u.stratum]
		square[u.stratum] += d * d
	}
	for h := range f.sd {
		if f.sd[h] = 0; count[h] > 1 {
			f.sd[h] = math.Sqrt(square[h] / (count[h] - 1))
		}
	}
}
