package main

// municipality is one of the 98. Name and region are facts; people is the
// population in thousands about 2015, rounded, and only weighs the invented
// numbers of sick-pay recipients.
type municipality struct {
	name       string
	region     string
	people     int
	recipients int // in 2015, invented
	agreements int // § 56 agreements reported; 0 where the municipality did not answer
	spells     int // under § 56 in the register, invented
	begun      int // spells of every kind begun, invented
}

// jobcentre serves one municipality, or two that the study's 92 jobcentres
// for 98 municipalities make us join. Which ones share is our choice.
type jobcentre struct {
	name           string
	region         string
	municipalities []*municipality
}

// joined are the municipalities that share a jobcentre with the one before.
var joined = map[string]string{"Dragør": "Tårnby", "Vallensbæk": "Ishøj", "Fanø": "Esbjerg", "Ærø": "Svendborg",
	"Samsø": "Odder", "Læsø": "Frederikshavn"}

// regions holds the municipalities in Danish alphabetical order by region.
var regions = []struct {
	name           string
	municipalities []municipality
}{
	{"Hovedstaden", []municipality{
		{name: "Albertslund", people: 28}, {name: "Allerød", people: 24}, {name: "Ballerup", people: 48},
		{name: "Bornholm", people: 40}, {name: "Brøndby", people: 35}, {name: "Dragør", people: 14},
		{name: "Egedal", people: 43}, {name: "Fredensborg", people: 39}, {name: "Frederiksberg", people: 104},
		{name: "Frederikssund", people: 44}, {name: "Furesø", people: 39}, {name: "Gentofte", people: 75},
		{name: "Gladsaxe", people: 67}, {name: "Glostrup", people: 22}, {name: "Gribskov", people: 41},
		{name: "Halsnæs", people: 31}, {name: "Helsingør", people: 62}, {name: "Herlev", people: 28},
		{name: "Hillerød", people: 49}, {name: "Hvidovre", people: 52}, {name: "Høje-Taastrup", people: 49},
		{name: "Hørsholm", people: 25}, {name: "Ishøj", people: 22}, {name: "København", people: 580},
		{name: "Lyngby-Taarbæk", people: 55}, {name: "Rudersdal", people: 55}, {name: "Rødovre", people: 38},
		{name: "Tårnby", people: 42}, {name: "Vallensbæk", people: 15},
	}},
	{"Sjælland", []municipality{
		{name: "Faxe", people: 35}, {name: "Greve", people: 48}, {name: "Guldborgsund", people: 61},
		{name: "Holbæk", people: 69}, {name: "Kalundborg", people: 48}, {name: "Køge", people: 59},
		{name: "Lejre", people: 27}, {name: "Lolland", people: 43}, {name: "Næstved", people: 81},
		{name: "Odsherred", people: 32}, {name: "Ringsted", people: 34}, {name: "Roskilde", people: 85},
		{name: "Slagelse", people: 77}, {name: "Solrød", people: 22}, {name: "Sorø", people: 29},
		{name: "Stevns", people: 22}, {name: "Vordingborg", people: 45},
	}},
	{"Syddanmark", []municipality{
		{name: "Assens", people: 41}, {name: "Billund", people: 26}, {name: "Esbjerg", people: 115},
		{name: "Fanø", people: 3}, {name: "Fredericia", people: 51}, {name: "Faaborg-Midtfyn", people: 51},
		{name: "Haderslev", people: 56}, {name: "Kerteminde", people: 24}, {name: "Kolding", people: 91},
		{name: "Langeland", people: 13}, {name: "Middelfart", people: 38}, {name: "Nordfyns", people: 29},
		{name: "Nyborg", people: 32}, {name: "Odense", people: 198}, {name: "Svendborg", people: 58},
		{name: "Sønderborg", people: 75}, {name: "Tønder", people: 38}, {name: "Varde", people: 50},
		{name: "Vejen", people: 43}, {name: "Vejle", people: 111}, {name: "Ærø", people: 6},
		{name: "Aabenraa", people: 59},
	}},
	{"Midtjylland", []municipality{
		{name: "Favrskov", people: 48}, {name: "Hedensted", people: 46}, {name: "Herning", people: 87},
		{name: "Holstebro", people: 57}, {name: "Horsens", people: 87}, {name: "Ikast-Brande", people: 41},
		{name: "Lemvig", people: 21}, {name: "Norddjurs", people: 38}, {name: "Odder", people: 22},
		{name: "Randers", people: 97}, {name: "Ringkøbing-Skjern", people: 57}, {name: "Samsø", people: 4},
		{name: "Silkeborg", people: 90}, {name: "Skanderborg", people: 59}, {name: "Skive", people: 47},
		{name: "Struer", people: 22}, {name: "Syddjurs", people: 42}, {name: "Viborg", people: 95},
		{name: "Aarhus", people: 326},
	}},
	{"Nordjylland", []municipality{
		{name: "Brønderslev", people: 36}, {name: "Frederikshavn", people: 60}, {name: "Hjørring", people: 65},
		{name: "Jammerbugt", people: 38}, {name: "Læsø", people: 2}, {name: "Mariagerfjord", people: 42},
		{name: "Morsø", people: 21}, {name: "Rebild", people: 29}, {name: "Thisted", people: 44},
		{name: "Vesthimmerland", people: 37}, {name: "Aalborg", people: 208},
	}},
}

// denmark returns the 98 municipalities and the 92 jobcentres, both in the
// order of regions.
func denmark() ([]*municipality, []*jobcentre) {
	var places []*municipality
	serving := make(map[string]*jobcentre)
	var centres []*jobcentre
	for _, region := range regions {
		for _, m := range region.municipalities {
			m.region = region.name
			places = append(places, &m)
			if _, shares := joined[m.name]; !shares {
				serving[m.name] = &jobcentre{name: m.name, region: region.name, municipalities: []*municipality{&m}}
				centres = append(centres, serving[m.name])
			}
		}
	}
	for _, m := range places {
		if first, shares := joined[m.name]; shares {
			centre := serving[first]
			centre.name += "-" + m.name
			centre.municipalities = append(centre.municipalities, m)
		}
	}
	return places, centres
}
