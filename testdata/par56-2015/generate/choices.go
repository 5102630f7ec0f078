package main

// choice is an allowed answer. Danish labels are the study's own (appendix 1);
// codes number them in the questionnaire's order.
type choice struct {
	name      string
	label     bilingual
	missing   string // dont_know, or empty for an answer
	exclusive bool   // never chosen together with another
}

// choiceList is a named list of choices; a choice's code is its place from 1.
type choiceList struct {
	name    string
	choices []choice
}

var dontKnow = choice{name: "dont_know", label: bilingual{"Ved ikke", "Don't know"}, missing: "dont_know"}

var dontKnowOnly = choice{name: "dont_know", label: dontKnow.label, missing: "dont_know", exclusive: true}

var choiceLists = []choiceList{
	{"yes_no", []choice{
		{name: "yes", label: bilingual{"Ja", "Yes"}},
		{name: "no", label: bilingual{"Nej", "No"}},
		dontKnow,
	}},
	// The study asked for the procedure in words and sorted the answers itself;
	// this list is ours.
	{"contact_when", []choice{
		{name: "always", label: bilingual{"Altid", "Always"}},
		{name: "when_relevant", label: bilingual{"Når det er relevant", "When relevant"}},
		dontKnow,
	}},
	{"measures", []choice{
		{name: "partial_return", label: bilingual{"Ja, delvis raskmelding", "Yes, partial return to work"}},
		{name: "work_placement", label: bilingual{"Ja, virksomhedspraktik", "Yes, work placement"}},
		{name: "mentor", label: bilingual{"Ja, mentor/personlig assistent", "Yes, mentor or personal assistant"}},
		{name: "none", label: bilingual{"Nej, der har ikke været drøftet og/eller iværksat andre fastholdelsestiltag på arbejdspladsen", "No, no other retention measures at the workplace were considered or begun"}, missing: "none", exclusive: true},
		dontKnowOnly,
		{name: "other", label: bilingual{"Andre fastholdelsestiltag end ovennævnte (skriv evt. hvilke)", "Other retention measures than these (please say which)"}},
	}},
	{"changes", []choice{
		{name: "hours", label: bilingual{"Ja, ændringer i arbejdstiden", "Yes, changes in working hours"}},
		{name: "tasks", label: bilingual{"Ja, ændringer i arbejdsopgaver", "Yes, changes in tasks"}},
		{name: "responsibility", label: bilingual{"Ja, ændringer i ansvar i udførelsen af arbejdet", "Yes, changes in responsibility for the work"}},
		{name: "colleague_contact", label: bilingual{"Ja, ændringer i kontakt med kolleger", "Yes, changes in contact with colleagues"}},
		{name: "colleague_cooperation", label: bilingual{"Ja, ændringer i samarbejdet med kolleger", "Yes, changes in cooperation with colleagues"}},
		{name: "customer_contact", label: bilingual{"Ja, ændringer i kontakt med evt. kunder", "Yes, changes in contact with customers"}},
		{name: "location", label: bilingual{"Ja, ændringer i fysisk placering", "Yes, changes in physical location"}},
		{name: "none", label: bilingual{"Nej, der er ikke drøftet og/eller iværksat ændringer i den sygemeldtes arbejdsforhold", "No, no changes in the employee's work were considered or made"}, missing: "none", exclusive: true},
		dontKnowOnly,
		{name: "other", label: bilingual{"Andre ændringer end ovennævnte (skriv evt. hvilke)", "Other changes than these (please say which)"}},
	}},
	{"firm_size", []choice{
		{name: "under_50", label: bilingual{"Under 50 ansatte", "Under 50 employees"}},
		{name: "from_50_to_100", label: bilingual{"Mellem 50 og 100 ansatte", "Between 50 and 100 employees"}},
		{name: "over_100", label: bilingual{"Mere end 100 ansatte", "More than 100 employees"}},
		dontKnow,
	}},
	{"industry", []choice{
		{name: "construction", label: bilingual{"Bygge og anlæg", "Construction"}},
		{name: "retail", label: bilingual{"Handel", "Trade"}},
		{name: "manufacturing", label: bilingual{"Industri", "Manufacturing"}},
		{name: "office_communication", label: bilingual{"Kontor og kommunikation", "Office and communication"}},
		{name: "agriculture_food", label: bilingual{"Landbrug og fødevarer", "Agriculture and food"}},
		{name: "education_research", label: bilingual{"Undervisning eller forskning", "Education or research"}},
		{name: "transport", label: bilingual{"Transport", "Transport"}},
		{name: "health_social", label: bilingual{"Social og sundhed", "Health and social care"}},
		{name: "private", label: bilingual{"Private sektor", "Private sector"}},
		{name: "public_services", label: bilingual{"Offentlig services", "Public services"}},
		dontKnow,
		{name: "other", label: bilingual{"Andet", "Other"}},
	}},
}

// listNamed returns the list called name. It panics if there is none: the
// instrument above is wrong then.
func listNamed(name string) choiceList {
	for _, l := range choiceLists {
		if l.name == name {
			return l
		}
	}
	panic("no choice list " + name)
}

// code returns the code of the choice called name, from 1.
func (l choiceList) code(name string) int {
	for i, c := range l.choices {
		if c.name == name {
			return i + 1
		}
	}
	panic(l.name + " has no choice " + name)
}
