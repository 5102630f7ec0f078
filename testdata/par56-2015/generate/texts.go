package main

// The texts below are invented: short answers as they could stand in a file,
// with no person and no firm in them. The kinds of other measure are those the
// study names (change of shifts, coach, new desk) and the like.
var (
	otherMeasures = []string{"Ændring i vagtplan", "Coach", "Nyt skrivebord", "Hæve-sænkebord", "Faste dagvagter",
		"Ergonomisk stol", "Samtaler med psykolog", "Hjælpemidler til løft", "Rundbordssamtale på arbejdspladsen",
		"Arbejdspladsindretning", "Ekstra pauser", "Specialmus og tastatur"}
	otherChanges = []string{"Hjemmearbejde en dag om ugen", "Færre aftenvagter", "Ingen udkald", "Fast makker ved tunge løft"}
	patternTexts = []string{"Anmodning om refusion hver fredag", "Hver onsdag, genoptræning", "Hver anden mandag",
		"Fast tirsdag, fysioterapi", "Samme ugedag hver uge", "Hver torsdag eftermiddag", "En dag hver anden uge",
		"Hver mandag, holdtræning"}
	flexjobTexts = []string{"Medarbejderen spurgte ved opfølgningssamtalen", "Arbejdsgiveren ringede til jobcentret",
		"Medarbejderen søgte, men fik afslag", "Drøftet på rundbordsmøde", "Medarbejderen nævnte det selv",
		"Arbejdsgiveren foreslog det"}
	contactTexts = map[string][]string{
		"always": {"Der ringes til arbejdspladsen efter den første samtale", "Alle sager går til en fastholdelseskonsulent",
			"Arbejdsgiveren får altid brev med navn på en kontaktperson", "Teamet gennemgår nye sager hver uge og ringer ud"},
		"when_relevant": {"Sagsbehandleren vurderer behovet ved den første samtale", "Opfølgningen holdes på arbejdspladsen, når det giver mening",
			"Konsulenten kobles på, hvis arbejdsgiveren ønsker det"},
	}
)

// dealOtherTexts writes what the other measures and changes were. Some leave
// it blank: the question says "please".
func dealOtherTexts(r *random, cases []*caseFile) {
	for _, c := range cases {
		if has(c.measures, "other") && r.below(5) > 0 {
			c.measuresOther = otherMeasures[r.below(len(otherMeasures))]
		}
		if has(c.changes, "other") && r.below(5) > 0 {
			c.changesOther = otherChanges[r.below(len(otherChanges))]
		}
	}
}

func has(list []string, name string) bool {
	for _, x := range list {
		if x == name {
			return true
		}
	}
	return false
}
