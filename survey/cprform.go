package survey

import "slices"

// Masked returns in with personal numbers masked in all words for print and in
// its options.
func (in *Instrument) Masked() *Instrument {
	out := *in
	out.Title = in.Title.withoutCPR()
	out.Questions = slices.Clone(in.Questions)
	for i, q := range in.Questions {
		if v := q.Variable.withoutCPR(i + 1); v != nil {
			q.Variable = *v
		}
		q.Hint, q.Section, q.ConstraintMessage = q.Hint.withoutCPR(), q.Section.withoutCPR(), q.ConstraintMessage.withoutCPR()
		out.Questions[i] = q
	}
	out.Rosters = slices.Clone(in.Rosters)
	for i := range out.Rosters {
		out.Rosters[i].Label = in.Rosters[i].Label.withoutCPR()
	}
	return &out
}
