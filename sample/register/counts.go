package register

// Lengths, gaps and numbers of spells above these are counted together.
const (
	mostLength = 400 // days
	mostGap    = 400 // days
	mostSpells = 400 // of a person in the year
)

// neighbours are the gaps whose excess over the gaps a day shorter and a day
// longer is estimated, in days.
var neighbours = [...]int{7, 14}

// sums are whole numbers that goroutines add to by themselves and that are then
// joined, so that no order of adding matters.
type sums struct {
	persons    int                 // with a spell of the year
	lengths    [mostLength + 1]int // of the year's spells by days; the last is that long and longer
	openSpells int
	spells     [mostSpells + 1]int // persons by spells in the year
	gaps       [mostGap + 1]int    // by days from an end to the next start; 0 for overlaps
	openGaps   int                 // after a spell without an end
	places     [][2]int            // by municipality: the study's spells of the year, all spells
	ages       [noAge + 1]int      // persons by age at their latest spell of the year
	sexes      [4]int              // and by sex
	origins    [16]int             // and by origin
	weekdays   [7]int              // starts of the year's spells
	days       [3]int              // persons by days of absence: under ten, ten, over
	spans      [3]int              // persons by time from their first spell to their latest
	squares    int                 // spells of a person, squared and summed
	excess     [len(neighbours)]ratioSums
	gapPersons int // with a gap
}

// ratioSums are what the variance of a ratio of sums over persons needs: y is
// twice a person's gaps of a length less those of the two beside it, x the
// person's gaps.
type ratioSums struct{ y, yy, yx, xx int }

func (s *sums) add(o *sums) {
	s.persons += o.persons
	s.openSpells += o.openSpells
	s.openGaps += o.openGaps
	s.squares += o.squares
	s.gapPersons += o.gapPersons
	addAll(s.lengths[:], o.lengths[:])
	addAll(s.spells[:], o.spells[:])
	addAll(s.gaps[:], o.gaps[:])
	addAll(s.ages[:], o.ages[:])
	addAll(s.sexes[:], o.sexes[:])
	addAll(s.origins[:], o.origins[:])
	addAll(s.weekdays[:], o.weekdays[:])
	addAll(s.days[:], o.days[:])
	addAll(s.spans[:], o.spans[:])
	for i := range s.places {
		s.places[i][0] += o.places[i][0]
		s.places[i][1] += o.places[i][1]
	}
	for i := range s.excess {
		a, b := &s.excess[i], &o.excess[i]
		a.y, a.yy, a.yx, a.xx = a.y+b.y, a.yy+b.yy, a.yx+b.yx, a.xx+b.xx
	}
}

func addAll(into, from []int) {
	for i, n := range from {
		into[i] += n
	}
}

// total returns the sum of counts.
func total(counts []int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}
