package main

// Published of the municipalities: 48 told how many agreements they have,
// together 15,759; among them two comparable ones with 75 and 764 (section
// "Opgørelse af antallet af § 56 sager"). That 75 and 764 are the least and
// the most, who the 48 are and the other 46 numbers are invented. So are the
// recipients; their total is "just over 320,000" persons in the register.
const (
	allRecipients    = 320000
	allAgreements    = 15759
	fewestAgreements = 75
	mostAgreements   = 764
	tellingHowMany   = 48
)

// The comparable two. Their recipients differ by 7.
const (
	fewestName, fewestRecipients = "Helsingør", 3506
	mostName, mostRecipients     = "Hjørring", 3499
)

// The other 46 keep well inside the two, so that these stay the extremes.
const lowestOther, highestOther = 90, 730

// largestTelling leaves out the four largest cities (thousands of people):
// with 764 as the most, their number would have to be oddly small.
const largestTelling = 150

// dealTotals invents recipients for all and agreements for 48.
func dealTotals(places []*municipality) {
	dealRecipients(newRandom("recipients"), places)
	dealTelling(newRandom("agreements"), places)
}

func dealRecipients(r *random, places []*municipality) {
	var others []*municipality
	for _, m := range places {
		switch m.name {
		case fewestName:
			m.recipients = fewestRecipients
		case mostName:
			m.recipients = mostRecipients
		default:
			m.recipients = m.people * (80 + r.below(41))
			others = append(others, m)
		}
	}
	scale(others, allRecipients-fewestRecipients-mostRecipients, func(m *municipality) *int { return &m.recipients })
}

func dealTelling(r *random, places []*municipality) {
	var eligible []*municipality
	for _, m := range places {
		switch {
		case m.name == fewestName:
			m.agreements = fewestAgreements
		case m.name == mostName:
			m.agreements = mostAgreements
		case m.people <= largestTelling:
			eligible = append(eligible, m)
		}
	}
	// Larger ones rather more often: the smallest could not find the number.
	telling := pick(r, eligible, tellingHowMany-2, func(m *municipality) int { return m.people })
	for _, m := range telling {
		m.agreements = m.recipients * rate(r, m.region)
	}
	scale(telling, allAgreements-fewestAgreements-mostAgreements, func(m *municipality) *int { return &m.agreements })
	level(r, telling)
}

// rate is how often agreements are used, as a relative number: more in the
// west and north than in the east, as the register has it (table 2).
func rate(r *random, region string) int {
	switch region {
	case "Hovedstaden":
		return 30 + r.below(30)
	case "Sjælland":
		return 40 + r.below(50)
	case "Syddanmark":
		return 60 + r.below(60)
	}
	return 70 + r.below(70)
}

// scale makes the numbers sum to total, each kept in proportion; the units
// that rounding down leaves go to the first ones.
func scale(places []*municipality, total int, number func(*municipality) *int) {
	sum := 0
	for _, m := range places {
		sum += *number(m)
	}
	left := total
	for _, m := range places {
		n := number(m)
		*n = *n * total / sum
		left -= *n
	}
	for _, m := range places[:left] {
		*number(m)++
	}
}

// level moves agreements between the others until all keep inside their
// bounds, the highest not all on the same number. The sum stays.
func level(r *random, telling []*municipality) {
	surplus := 0
	for _, m := range telling {
		kept := max(m.agreements, lowestOther)
		if kept > highestOther {
			kept = highestOther - r.below(90)
		}
		surplus += m.agreements - kept
		m.agreements = kept
	}
	step := 1
	if surplus < 0 {
		step = -1
	}
	for i := 0; surplus != 0; i = (i + 1) % len(telling) {
		m := telling[i]
		if m.agreements+step > lowestOther && m.agreements+step < highestOther {
			m.agreements += step
			surplus -= step
		}
	}
}
