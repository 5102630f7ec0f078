package audit

// ranking checks that printed numbers determine the order of a ranking and
// where it was cut.
func (a *auditor) ranking(c *Claim) {
	var values []printed
	for _, it := range c.items() {
		p, ok := parsePrinted(it.value, c.percent())
		if !ok {
			return // names without numbers are compared only
		}
		values = append(values, p)
	}
	a.checked(RuleRanking)
	rising, falling := true, true
	for i := 1; i < len(values); i++ {
		d := values[i].point.Cmp(values[i-1].point)
		rising, falling = rising && d >= 0, falling && d <= 0
	}
	n := len(values)
	if !rising && !falling {
		a.find(c, RuleRanking, Impossible, c.Value, a.say("the numbers neither rise nor fall throughout", "tallene hverken stiger eller falder hele vejen"))
		return
	}
	cut := 0
	for i := n - 1; i >= 0 && values[i].point.Cmp(values[n-1].point) == 0; i-- {
		cut++
	}
	var ties []string
	for i := 0; i < n; {
		j := i
		for j < n && values[j].point.Cmp(values[i].point) == 0 {
			j++
		}
		if j-i > 1 {
			ties = append(ties, a.say("%d of %d share %s", "%d af %d deler %s", j-i, n, values[i].text))
		}
		i = j
	}
	if len(ties) == 0 {
		return
	}
	consistent := a.say("the printed numbers do not give the order of those", "de trykte tal giver ikke rækkefølgen af dem")
	if cut > 1 {
		consistent += a.say(", nor why the list ends at %d: others may have the last number too", ", og heller ikke, hvorfor listen slutter ved %d: andre kan have det sidste tal også", n)
	}
	a.find(c, RuleRanking, Question, list(ties), consistent)
}
