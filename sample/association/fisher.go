package association

import (
	"encoding/binary"
	"maps"
	"math"
	"slices"
)

// FisherTest returns Fisher's exact test of the counts: the probability, given
// both margins, of the tables that are no more probable than the observed one,
// those within 1e-7 of it in relation among them. Weights are left out of
// account. Where more ways than work would have to be gone through, the result
// has no p and Why says [TooLarge].
//
// Tables are built column by column. What the columns before leave of the rows
// is a node, and ways to it of the same probability go on as one. A way whose
// remaining tables are all in, or all out, by the most and the least probable
// of them, goes on no further.
//
// Source: Mehta and Patel (1983), JASA 78, 427–434. Same as fisher.test in R.
func (t *Cross) FisherTest(work int) Result {
	r := t.unweighted(Fisher)
	if r.Why != Tested {
		return r
	}
	rows, columns := margins(t.Counts)
	if len(rows) > len(columns) {
		rows, columns = columns, rows // a node is what is left of the rows: the fewer the better
	}
	slices.Sort(columns)
	slices.Reverse(columns)
	f := network{logs: logFactorials(t.N), columns: columns, work: work}
	constant := -f.logs[t.N]
	for _, n := range rows {
		constant += f.logs[n]
	}
	for _, n := range columns {
		constant += f.logs[n]
	}
	observed := 0.0 // −Σ log n!
	for _, row := range t.Counts {
		for _, n := range row {
			observed -= f.logs[n]
		}
	}
	p, ok := f.walk(rows, observed+math.Log1p(1e-7), constant)
	if !ok {
		r.Why = TooLarge
		return r
	}
	r.P = min(p, 1)
	return r
}

// How many ways Fisher's test may go through: FisherAsked where a person asked
// for it, FisherByRule where it is the rule's choice for each of many tables.
const (
	FisherAsked  = 10_000_000
	FisherByRule = 200_000
)

// network is the columns still to be filled, from the last to the first.
type network struct {
	logs    []float64
	columns []int
	work    int
}

// way is the probability so far of all ways to a node that agree in their own.
type way struct {
	log    float64 // −Σ log n! of one
	weight float64 // Σ exp of all: how many there are
}

// walk returns the sum of the probabilities of the tables whose −Σ log n! is at
// most limit.
func (f *network) walk(rows []int, limit, constant float64) (float64, bool) {
	start := slices.Clone(rows)
	slices.Sort(start)
	stage := map[string]map[int64]way{key(start): {0: {0, 1}}}
	nodes := map[string][]int{key(start): start}
	total := 0.0
	for left := len(f.columns); left > 2; left-- {
		next, nextNodes := map[string]map[int64]way{}, map[string][]int{}
		for _, k := range slices.Sorted(maps.Keys(stage)) {
			node := nodes[k]
			longest, shortest := f.longest(node, left), f.shortest(node, left)
			rest := f.all(node, left)
			var on []way
			for _, id := range slices.Sorted(maps.Keys(stage[k])) {
				w := stage[k][id]
				switch {
				case w.log+longest <= limit: // every rest is in
					total += w.weight * math.Exp(w.log+rest+constant)
				case w.log+shortest > limit: // none is
				default:
					on = append(on, w)
				}
			}
			if len(on) == 0 {
				continue
			}
			f.fill(node, left, func(child []int, log float64) {
				ck := key(child)
				ways := next[ck]
				if ways == nil {
					ways = map[int64]way{}
					next[ck], nextNodes[ck] = ways, slices.Clone(child)
				}
				f.work -= len(on)
				for _, w := range on {
					id := int64(math.Round((w.log + log) * 1e9))
					if had, met := ways[id]; met {
						ways[id] = way{had.log, had.weight + w.weight}
					} else {
						ways[id] = way{w.log + log, w.weight}
					}
				}
			})
			if f.work < 0 {
				return 0, false
			}
		}
		stage, nodes = next, nextNodes
	}
	for _, k := range slices.Sorted(maps.Keys(stage)) {
		if !f.last(nodes[k], stage[k], limit, constant, &total) {
			return 0, false
		}
	}
	return total, true
}

// last adds the probabilities of the tables that fill two columns from node
// after ways.
func (f *network) last(node []int, ways map[int64]way, limit, constant float64, total *float64) bool {
	var ends []float64 // −Σ log n! of the fillings
	f.fill(node, 2, func(child []int, log float64) {
		for _, n := range child {
			log -= f.logs[n]
		}
		ends = append(ends, log)
	})
	f.work -= len(ways)
	if f.work < 0 {
		return false
	}
	slices.Sort(ends)
	upTo := make([]float64, len(ends)+1) // sums of the first so many, over the largest
	top := ends[len(ends)-1]
	for i, log := range ends {
		upTo[i+1] = upTo[i] + math.Exp(log-top)
	}
	for _, id := range slices.Sorted(maps.Keys(ways)) {
		w := ways[id]
		n, _ := slices.BinarySearch(ends, math.Nextafter(limit-w.log, math.Inf(1)))
		*total += w.weight * upTo[n] * math.Exp(w.log+top+constant)
	}
	return true
}

// all returns the log of Σ exp(−Σ log n!) of every way to fill the columns left
// from node: the number of arrangements over products of factorials.
func (f *network) all(node []int, left int) float64 {
	n := 0
	log := 0.0
	for _, x := range node {
		n += x
		log -= f.logs[x]
	}
	log += f.logs[n]
	for _, c := range f.columns[:left] {
		log -= f.logs[c]
	}
	return log
}

// fill calls do with each node that filling column left-1 from node leads to,
// its rows in order, and with −Σ log n! of the column.
func (f *network) fill(node []int, left int, do func(child []int, log float64)) {
	column := f.columns[left-1]
	rest := make([]int, len(node)+1) // of rows from i on
	for i := len(node) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + node[i]
	}
	work, sorted := slices.Clone(node), make([]int, len(node))
	var place func(i, in int, log float64)
	place = func(i, in int, log float64) {
		if f.work < 0 {
			return
		}
		if i == len(node) {
			f.work--
			copy(sorted, work)
			slices.Sort(sorted)
			do(sorted, log)
			return
		}
		for n := max(0, in-rest[i+1]); n <= min(in, node[i]); n++ {
			work[i] = node[i] - n
			place(i+1, in-n, log-f.logs[n])
		}
		work[i] = node[i]
	}
	place(0, column, 0)
}

// longest returns a number that −Σ log n! of no filling of the columns left from
// node is above: with λ = row·column/n, Σ(n log λ − log n!) is largest at the
// whole parts of λ, and Σ n log λ is the same for every filling.
func (f *network) longest(node []int, left int) float64 {
	n := 0
	bound := 0.0
	for _, x := range node {
		n += x
		bound -= xlogx(x)
	}
	for _, c := range f.columns[:left] {
		bound -= xlogx(c)
	}
	bound += xlogx(n)
	for _, x := range node {
		for _, c := range f.columns[:left] {
			if x > 0 && c > 0 {
				mean := float64(x) * float64(c) / float64(n)
				mode := int(mean)
				bound += float64(mode)*math.Log(mean) - f.logs[mode]
			}
		}
	}
	return bound + 1e-9 // rounding
}

// shortest returns a number that −Σ log n! of no filling is below: each row
// put whole into the largest columns.
func (f *network) shortest(node []int, left int) float64 {
	bound := 0.0
	for _, x := range node {
		for _, c := range f.columns[:left] { // the largest first
			n := min(x, c)
			bound -= f.logs[n]
			x -= n
		}
	}
	return bound - 1e-9
}

func xlogx(n int) float64 {
	if n == 0 {
		return 0
	}
	return float64(n) * math.Log(float64(n))
}

// key names a node.
func key(node []int) string {
	b := make([]byte, 0, 2*len(node))
	for _, n := range node {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return string(b)
}
