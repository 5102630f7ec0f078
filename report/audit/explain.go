package audit

import "strings"

// Kinds are the kinds of claim in the order of explaining them, each with what
// its row holds and what is checked, and its name and that in Danish.
var Kinds = []struct {
	Kind       Kind
	Says       string
	Danish     string
	DanishSays string
}{
	{Percentage, "value; base, count where printed: some count of the base gives it, and the count does", "procent", "værdi; basis og antal, hvor de er trykt: et antal af basis giver den, og antallet gør"},
	{Count, "value, unit: a number of units; small ones of people may disclose", "antal", "værdi, enhed: et antal; små antal af mennesker kan afsløre"},
	{Words, `value such as "a quarter"; of: the claim it words. The share is near the word`, "ord", "værdi som »en fjerdedel«; af: påstanden, som ordet fortæller om. Andelen er nær ordet"},
	{Base, "value, empty where the report never says it; of: bases it may be, as label = n. Shares of one base allow one", "basis", "værdi, tom hvor rapporten aldrig siger den; af: baser, det kan være, som navn = n. Andele af én basis tillader én"},
	{Sum, "value; of: what it adds up", "sum", "værdi; af: det, der lægges sammen"},
	{Product, "value; of: what is multiplied", "produkt", "værdi; af: det, der ganges"},
	{Whole, "of: the parts; value: what they add to, 100 % where empty and they are percentages; note: yes where a rounding note is printed", "helhed", "af: delene; værdi: det, de giver, 100 % hvor den er tom og de er procenter; note: ja, hvor en note om afrunding er trykt"},
	{Parts, "of: parts of one whole that the report lists; value: the whole, where they are counts. Is the rest told?", "dele", "af: dele af en helhed, som rapporten nævner; værdi: helheden, hvor de er antal. Er resten fortalt?"},
	{Shares, "of: a whole of counts, then a whole of percentages: each share is its count's, and what base they allow", "andele", "af: en helhed af antal, så en helhed af procenter: hver andel er sit antals, og hvilken basis de tillader"},
	{Mean, "value, or count and base; of: bands with their percentages. The mean lies within what the bands allow", "gennemsnit", "værdi, eller antal og basis; af: grupper med deres procenter. Gennemsnittet er inden for det, grupperne tillader"},
	{Union, "value; of: the answers of which units have at least one", "mindst én", "værdi; af: de svar, som enheder har mindst ét af"},
	{Same, "of: claims of the same fact, or rankings or bands to be compared", "samme", "af: påstande om det samme forhold, eller rangordner eller grupper, der skal sammenlignes"},
	{Bands, "of: the labels in order; least: the smallest that can occur. Bands neither touch nor leave holes", "grupper", "af: navnene i rækkefølge; mindste: det mindste, der kan forekomme. Grupper rører hverken hinanden eller har huller"},
	{Ranking, "of: label = value in printed order; value: what it is called. Order and cut follow from the numbers", "rangorden", "af: navn = værdi i trykt rækkefølge; værdi: hvad den kaldes. Orden og afslutning følger af tallene"},
	{Placed, "value such as top three, second most, lowest; of: the names told, then every row as label = value. Each name stands where its number puts it", "plads", "værdi som top tre, næstflest, lavest; af: navnene, der nævnes, så hver række som navn = værdi. Hvert navn står, hvor dets tal sætter det"},
	{Breakdown, "value: the total; of: kinds as label = n, and labels alone of those with few; each: how many those have, as 1-2; parts: how many such kinds", "opdeling", "værdi: det hele; af: slags som navn = n, og navne alene på dem med få; hver: hvor mange de har, som 1-2; dele: hvor mange sådanne slags"},
	{Times, "value such as three times; of: the two numbers, which give it, or the claim whose cases it rests on", "gange", "værdi som tre gange; af: de to tal, som giver det, eller påstanden, hvis sager det hviler på"},
	{Caption, "value: a table's or figure's number as printed, as Table 2", "nummer", "værdi: en tabels eller figurs nummer som trykt, som Tabel 2"},
	{Styles, "of: how a percentage is written = how often", "skrivemåde", "af: hvordan en procent skrives = hvor ofte"},
}

// kindOf is the kind that a name in either language is.
func kindOf(name string) Kind {
	for _, k := range Kinds {
		if strings.EqualFold(name, k.Danish) {
			return k.Kind
		}
	}
	return Kind(strings.ToLower(name))
}

// fieldOf is the field that a heading in either language is of; false where it
// is none.
func fieldOf(heading string) (string, bool) {
	for _, f := range fields {
		if strings.EqualFold(heading, f.name) || strings.EqualFold(heading, f.danish) {
			return f.name, true
		}
	}
	return "", false
}

// ColumnWords are the columns of a sheet of claims, their Danish headings, and
// what stands in each.
func ColumnWords() [][2]string {
	says := map[string]string{
		"id":     "one word; what other claims call it by",
		"where":  "place in the report: page, table, section",
		"kind":   "what it is, see below",
		"what":   "what the number is of, in your own words",
		"value":  `as it is printed: 39 %, 15.759, "just under half", ca. 21.000`,
		"base":   "what a share is of: a number, or the id of the claim that gives it",
		"count":  "how many units the share is: a number, or an id",
		"of":     "other claims, with ; between: id, id:label for a part of one, or label = value",
		"unit":   "what is counted, in the plural: agreements, persons",
		"time":   "the time it is of",
		"worded": `what the report calls the base: "all jobcentres"`,
		"note":   "of a whole: yes where a note says that shares do not add to 100",
		"parts":  "of a breakdown: how many kinds have few, 16 or 16-17",
		"each":   "of a breakdown: how many units each of those has, 1-2",
		"least":  "of bands: the smallest that can occur",
		"table":  "with --against: table.row or table.row.column of the study",
	}
	var out [][2]string
	for _, f := range fields {
		name := f.name
		if f.danish != name {
			name += ", " + f.danish
		}
		out = append(out, [2]string{name, says[f.name]})
	}
	return out
}
