package report

var danishValidity = validityWords{
	method: "Bilag: Metode og datavaliditet", returned: "Hvem der har svaret", unanswered: "Ubesvarede spørgsmål", found: "Fund i data",
	rate: "%s af %s har svaret (%s).",
	came: "Stikprøven omfatter %s", from: " fra %s", each: ", %s i hver klynge", eachFrom: ", mellem %s og %s i hver klynge",
	missing: "%s – %s af %s mangler (%s).", few: "%s – enkelte af %s mangler.", most: "%s – næsten alle af %s mangler.",
	others: "Antal øvrige spørgsmål, som alle, der fik dem, har besvaret: %s.", all: "%s: Alle %s spørgsmål er besvaret af alle, der fik dem.",
	stopped: "Svar, som spørgeskemaet ikke tillader, og fejl, som reglerne for data finder, standser programmet. De er rettet eller afklaret, før tallene er lavet.",
}

var englishValidity = validityWords{
	method: "Appendix: Method and data validity", returned: "Who answered", unanswered: "Questions without an answer", found: "What was found in the data",
	rate: "%s of %s answered (%s).",
	came: "The sample holds %s", from: " from %s", each: ", %s in each cluster", eachFrom: ", %s to %s in each cluster",
	missing: "%s – %s of %s are missing (%s).", few: "%s – a few of %s are missing.", most: "%s – nearly all of %s are missing.",
	others: "Further questions that everybody who had them answered: %s.", all: "%s: all %s questions were answered by everybody who had them.",
	stopped: "Answers that the questionnaire does not allow, and errors that the rules for the data find, stop the program. They were mended or settled before the numbers were made.",
}
