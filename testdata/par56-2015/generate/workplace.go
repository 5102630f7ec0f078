package main

// industries are invented counts. Published are the twelve options and the
// order of the four largest (section "Branche"); the chart of the shares is
// lost.
var industries = []quota[string]{
	{"health_social", 46}, {"construction", 31}, {"public_services", 27}, {"education_research", 24},
	{"retail", 14}, {"manufacturing", 13}, {"office_communication", 11}, {"private", 9}, {"transport", 8},
	{"agriculture_food", 5}, {"other", 4}, {"dont_know", 3},
}

// firmSizes print as 41, 10, 30 and 19 % of 195 (section "Størrelse"). Five
// other sets of whole numbers do so too, each one case away.
var firmSizes = []quota[string]{{"under_50", 80}, {"from_50_to_100", 20}, {"over_100", 58}, {"dont_know", 37}}

// affinity says how much more often a theme occurs in one of the four largest
// industries than elsewhere, where it is 4. The patterns are those of the
// section "Branche"; the sizes are ours.
var affinity = map[theme]map[string]int{
	cancer:    {"health_social": 7, "construction": 1, "public_services": 10, "education_research": 10},
	sequelae:  {"health_social": 2, "construction": 0, "public_services": 24, "education_research": 2},
	eye:       {"health_social": 1, "construction": 0, "public_services": 40, "education_research": 1},
	migraine:  {"health_social": 2, "construction": 1, "public_services": 36, "education_research": 2},
	clot:      {"health_social": 3, "construction": 1, "public_services": 1, "education_research": 60},
	heart:     {"health_social": 14, "construction": 12, "public_services": 1, "education_research": 1},
	kidney:    {"health_social": 2, "construction": 20, "public_services": 1, "education_research": 1},
	bowel:     {"health_social": 4, "construction": 14, "public_services": 1, "education_research": 1},
	diabetes:  {"health_social": 14, "construction": 1, "public_services": 2, "education_research": 2},
	lung:      {"health_social": 14, "construction": 2, "public_services": 1, "education_research": 1},
	nerve:     {"health_social": 14, "construction": 0, "public_services": 2, "education_research": 2},
	joints:    {"health_social": 14, "construction": 2, "public_services": 1, "education_research": 2},
	mind:      {"health_social": 24, "construction": 0, "public_services": 16, "education_research": 1},
	strain:    {"health_social": 30, "construction": 0, "public_services": 12, "education_research": 1},
	back:      {"health_social": 2, "construction": 18, "public_services": 1, "education_research": 12},
	shoulder:  {"health_social": 2, "construction": 18, "public_services": 1, "education_research": 10},
	knee:      {"health_social": 1, "construction": 30, "public_services": 0, "education_research": 1},
	limb:      {"health_social": 4, "construction": 6, "public_services": 2, "education_research": 2},
	fertility: {"health_social": 8, "construction": 1, "public_services": 4, "education_research": 4},
	rest:      {"health_social": 4, "construction": 2, "public_services": 4, "education_research": 3},
}

// dealWorkplaces gives every case an industry, a job title with its kind of
// work, and a firm size.
func dealWorkplaces(cases []*caseFile) {
	dealIndustries(newRandom("industry"), cases)
	dealJobs(newRandom("job"), cases)
	// The study finds no clear pattern between firm size and condition, so the
	// sizes are dealt without looking at anything.
	sizes := shuffle(newRandom("firm size"), spread(firmSizes))
	for i, c := range cases {
		c.firmSize = sizes[i]
	}
}

func dealIndustries(r *random, cases []*caseFile) {
	left := append([]quota[string](nil), industries...)
	order := shuffle(r, append([]*caseFile(nil), cases...))
	// The themes with a marked place go first, while every place is still open.
	marked := func(c *caseFile) bool {
		switch c.theme {
		case limb, fertility, rest, cancer:
			return false
		}
		return true
	}
	order = append(filter(order, marked), filter(order, func(c *caseFile) bool { return !marked(c) })...)
	for _, c := range order {
		i := r.index(len(left), func(i int) int {
			weight, marked := affinity[c.theme][left[i].value]
			if !marked {
				weight = 4
			}
			return weight * left[i].n
		})
		c.industry = left[i].value
		left[i].n--
	}
}

// job is a job title and what the work consists of.
type job struct{ title, work string }

// jobs are how many cases of an industry have which title. The titles of the
// four largest industries are those the study calls typical (section
// "Branche"); their counts, the other titles and the kinds of work are ours.
var jobs = map[string][]quota[job]{
	"health_social": {
		{job{"Social- og sundhedsassistent", "Pleje af ældre og medicingivning"}, 11},
		{job{"Sygeplejerske", "Pleje og behandling af patienter"}, 10},
		{job{"Social- og sundhedshjælper", "Personlig pleje og praktisk hjælp i hjemmet"}, 9},
		{job{"Socialrådgiver", "Rådgivning og sagsbehandling"}, 5},
		{job{"Lægesekretær", "Skrivearbejde, telefon og tidsbestilling"}, 4},
		{job{"Fysioterapeut", "Genoptræning af patienter"}, 4},
		{job{"Tandplejer", "Forebyggende tandbehandling"}, 3},
	},
	"construction": {
		{job{"Tømrer", "Tagarbejde og montering på byggeplads"}, 10},
		{job{"Vvs-montør", "Montering af rør og varmeanlæg"}, 6},
		{job{"Elektriker", "Installation og fejlfinding"}, 5},
		{job{"Murer", "Murer- og pudsearbejde"}, 5},
		{job{"Maler", "Malerarbejde ude og inde"}, 5},
	},
	"public_services": {
		{job{"Administrativ medarbejder", "Sagsbehandling og kontorarbejde ved skærm"}, 13},
		{job{"Socialrådgiver", "Samtaler og sagsbehandling"}, 6},
		{job{"Jobkonsulent", "Samtaler med borgere og virksomheder"}, 6},
		{job{"Underviser", "Undervisning af voksne"}, 2},
	},
	"education_research": {
		{job{"Folkeskolelærer", "Undervisning i folkeskolen"}, 9},
		{job{"Lektor", "Undervisning og forskning"}, 4},
		{job{"Skolepædagog", "Pædagogisk arbejde i skole og fritidsordning"}, 4},
		{job{"Køkkenmedarbejder", "Madlavning og opvask"}, 3},
		{job{"Bogholder", "Regnskab og bogføring"}, 2},
		{job{"Kontorassistent", "Administrativt kontorarbejde"}, 2},
	},
	"retail": {
		{job{"Butiksassistent", "Betjening af kunder og opfyldning af varer"}, 8},
		{job{"Lagermedarbejder", "Pakning og løft af varer"}, 3},
		{job{"Salgskonsulent", "Salg og kørsel til kunder"}, 3},
	},
	"manufacturing": {
		{job{"Produktionsmedarbejder", "Arbejde ved samlebånd"}, 6},
		{job{"Smed", "Svejsning og montage"}, 4},
		{job{"Maskinoperatør", "Betjening af maskiner"}, 3},
	},
	"office_communication": {
		{job{"Kontorassistent", "Kontorarbejde ved skærm"}, 5},
		{job{"Bogholder", "Regnskab og bogføring"}, 3},
		{job{"Grafiker", "Layout ved skærm"}, 3},
	},
	"private": {
		{job{"Rengøringsassistent", "Rengøring af kontorer"}, 5},
		{job{"Konsulent", "Rådgivning og møder"}, 2},
		{job{"Frisør", "Klipning og behandling af hår"}, 2},
	},
	"transport":        {{job{"Chauffør", "Kørsel og aflæsning af gods"}, 5}, {job{"Buschauffør", "Kørsel i rutetrafik"}, 3}},
	"agriculture_food": {{job{"Slagteriarbejder", "Udskæring ved bånd"}, 3}, {job{"Landbrugsmedhjælper", "Pasning af dyr og markarbejde"}, 2}},
	"other":            {{job{"Gartner", "Pleje af grønne områder"}, 2}, {job{"Pedel", "Vedligeholdelse af bygninger"}, 2}},
	"dont_know":        {{job{"Specialarbejder", "Forskelligt manuelt arbejde"}, 2}, {job{"Kontorassistent", "Kontorarbejde"}, 1}},
}

func dealJobs(r *random, cases []*caseFile) {
	for _, industry := range industries {
		titles := shuffle(r, spread(jobs[industry.value]))
		for i, c := range filter(cases, func(c *caseFile) bool { return c.industry == industry.value }) {
			c.jobTitle, c.workKind = titles[i].title, titles[i].work
		}
	}
}
