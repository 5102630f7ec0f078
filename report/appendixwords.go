package report

import (
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

var danishAppendix = appendixWords{
	validity:      danishValidity,
	questionnaire: "Bilag: Spørgeskemaet", definitions: "Bilag: Ord og tegn i tabellerne",
	once: "Øvrige spørgsmål", repeated: "%s, gentaget %s gange", repeatedOnce: "%s, stillet én gang",
	kinds:   map[survey.Kind]string{survey.KindText: "Åbent svar.", survey.KindInteger: "Svaret er et helt tal.", survey.KindDecimal: "Svaret er et tal.", survey.KindDate: "Svaret er en dato."},
	several: "Flere svar kan vælges.",
	asked:   "Stilles, hvis svaret på spørgsmål %s er %s.", askedSome: "Stilles ikke til alle; det afhænger af tidligere svar.",
	terms: []term{
		{"N", "antallet af enheder, som hele tabellens procenter er beregnet af.", always},
		{"n", "antallet af enheder i en gruppe eller række, som procenterne dér er beregnet af.", hasGroups},
		{"I alt", "alle i tabellens grundlag, uanset gruppe.", hasGroups},
		{"Sammenlagt række", "summen af rækker, der udelukker hinanden, eller dem, der har mindst ét af svarene.", hasRow(crosstab.Net)},
		{"Heraf-række", "en del af grundlaget, der går på tværs af de andre rækker og derfor ikke indgår i summen.", hasRow(crosstab.OfWhich)},
		{"Ved ikke", "er et svar og indgår i grundlaget, medmindre tabellen siger andet. Ubesvarede indgår ikke.", hasDontKnow},
		{"Interval", "de værdier, som andelen i hele populationen med den angivne sikkerhed ligger imellem, når der tages højde for, hvordan stikprøven er trukket.", hasLevel},
		{"Klynge", "enheder, der er trukket sammen, fx sager fra samme sted, og som kan ligne hinanden mere end andre.", hasClusters},
		{"Vægtet", "enhederne tæller forskelligt, så de tilsammen svarer til populationen.", hasWeights},
		{"p", "hvor tit tilfældet alene ville give en forskel, der er mindst så stor som den viste. Under 0,05 kaldes forskellen statistisk sikker.", hasTests},
		{"Bogstaver", "nævner de kolonner, som tallet er sikkert større end.", hasLetters},
		{"Alle er spurgt", "tallene har ingen stikprøveusikkerhed, men gælder dem, der har svaret.", isCensus},
		{"•", "et tal, der er skjult, fordi det kunne føre til enkeltpersoner, eller fordi et sådant tal ellers kunne regnes ud.", anyHidden},
	},
}

var englishAppendix = appendixWords{
	validity:      englishValidity,
	questionnaire: "Appendix: The questionnaire", definitions: "Appendix: Words and signs in the tables",
	once: "Further questions", repeated: "%s, repeated %s times", repeatedOnce: "%s, asked once",
	kinds:   map[survey.Kind]string{survey.KindText: "Open answer.", survey.KindInteger: "The answer is a whole number.", survey.KindDecimal: "The answer is a number.", survey.KindDate: "The answer is a date."},
	several: "Several answers may be chosen.",
	asked:   "Asked if the answer to question %s is %s.", askedSome: "Not asked of all; it depends on earlier answers.",
	terms: []term{
		{"N", "the number of units that the percentages of the whole table are of.", always},
		{"n", "the number of units in a group or row that the percentages there are of.", hasGroups},
		{"Total", "everybody in the table's base, whichever the group.", hasGroups},
		{"Combined row", "the sum of rows that exclude each other, or those with at least one of the answers.", hasRow(crosstab.Net)},
		{"Of-which row", "a part of the base that cuts across the other rows and is therefore not in the sum.", hasRow(crosstab.OfWhich)},
		{"Don’t know", "is an answer and in the base, unless the table says otherwise. Those who did not answer are not.", hasDontKnow},
		{"Interval", "the values between which the share in the whole population lies with the confidence stated, allowing for how the sample was drawn.", hasLevel},
		{"Cluster", "units drawn together, such as cases from one place, which may be more alike than others.", hasClusters},
		{"Weighted", "units count differently, so that together they stand for the population.", hasWeights},
		{"p", "how often chance alone would give a difference at least as large as the one shown. Below 0.05 the difference is called statistically significant.", hasTests},
		{"Letters", "name the columns that a number is larger than beyond chance.", hasLetters},
		{"All were asked", "the numbers have no sampling error, but are of those who answered.", isCensus},
		{"•", "a number that is hidden, as it could lead to a person, or as such a number could be worked out from it.", anyHidden},
	},
}
