package figure

import "slices"

// spread places labels of the given heights, centred as near as can be to
// where each wants to be, from top to bottom without overlap and in the order
// of what they want. It returns their middles, in the order given. Where they
// are together higher than the room, they end below bottom.
func spread(wanted, heights []float64, top, bottom float64) []float64 {
	order := make([]int, len(wanted))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case wanted[a] < wanted[b]:
			return -1
		case wanted[a] > wanted[b]:
			return 1
		}
		return 0
	})
	// Labels that would meet are pooled, and the pool is centred on the mean of
	// what its labels want.
	type pool struct {
		first, count int
		start, size  float64 // of the pool
		pull         float64 // sum of where the pool would start for each label
	}
	var pools []pool
	settle := func(p *pool) { p.start = max(top, min(p.pull/float64(p.count), bottom-p.size)) }
	for k, i := range order {
		p := pool{first: k, count: 1, size: heights[i], pull: wanted[i] - heights[i]/2}
		settle(&p)
		for len(pools) > 0 {
			last := pools[len(pools)-1]
			if last.start+last.size <= p.start {
				break
			}
			p = pool{first: last.first, count: last.count + p.count, size: last.size + p.size,
				pull: last.pull + p.pull - float64(p.count)*last.size}
			settle(&p)
			pools = pools[:len(pools)-1]
		}
		pools = append(pools, p)
	}
	out := make([]float64, len(wanted))
	for _, p := range pools {
		y := p.start
		for _, i := range order[p.first : p.first+p.count] {
			out[i] = y + heights[i]/2
			y += heights[i]
		}
	}
	return out
}
