package form

import (
	"fmt"
	"strings"

	"stikprove/survey/sheet"
)

// fillInWords are the words of a form by language.
var fillInWords = map[string]map[string]string{
	"da": {
		"instructions": "Vejledning", "survey": "Skema", "number": "Nr.", "question": "Spørgsmål", "answer": "Svar", "guidance": "Vejledning",
		"tick":   "Sæt x, eller lad feltet stå tomt.",
		"choose": "Vælg et svar fra listen.",

		"want text": "Skriv en tekst på højst 2.000 tegn", "want integer": "Skriv et helt tal", "want decimal": "Skriv et tal", "want date": "Skriv en dato, for eksempel 31-03-2015",
		"kind text": "Tekst", "kind integer": "Helt tal", "kind decimal": "Tal", "kind date": "Dato", "kind single": "Vælg fra listen", "kind multiple": "Sæt x ved et eller flere svar",
		"from to": "fra %s til %s", "at least": "på %s eller derover", "at most": "på højst %s", "from day": "fra %s", "to day": "til %s",
		"only if is": "Kun hvis svaret på nr. %d er »%s«.", "depends": "Afhænger af svaret på nr. %s.", "only some": "Stilles ikke til alle.",
		"relevant":           "hvornår der spørges, vises ikke i skemaet",
		"relevant in part":   "hvornår der spørges, vises kun delvis i skemaet",
		"constraint":         "kravet til svaret kontrolleres ikke i skemaet",
		"constraint in part": "kravet til svaret kontrolleres kun delvis i skemaet",

		"for": "Skemaet udfyldes af: %s",
		"how": "Svar i de gule felter. Resten er låst, så svarene kan læses ind igen; der er ingen adgangskode.\n" +
			"Hvor der er en pil ved feltet, vælges svaret fra listen.\n" +
			"Hvor flere svar er mulige, sættes x ud for hvert af dem.\n" +
			"Et felt bliver gråt, når spørgsmålet ikke skal besvares, og rødt, når svaret ikke passer med de andre.\n" +
			"Spørgsmål med * skal besvares.\n" +
			"Flyt, slet og tilføj ikke rækker eller kolonner. Gem filen som .xlsx eller .ods, og send den tilbage.",
		"unchecked": "Dette holder skemaet ikke selv øje med:",
		"case":      "Svar i fanen »%s« for hver sag i sin kolonne. En kolonne uden svar er ingen sag.",
	},
	"en": {
		"instructions": "Instructions", "survey": "Form", "number": "No.", "question": "Question", "answer": "Answer", "guidance": "Guidance",
		"tick":   "Put an x, or leave the box empty.",
		"choose": "Choose an answer from the list.",

		"want text": "Write a text of at most 2,000 characters", "want integer": "Write a whole number", "want decimal": "Write a number", "want date": "Write a date such as 2015-03-31",
		"kind text": "Text", "kind integer": "Whole number", "kind decimal": "Number", "kind date": "Date", "kind single": "Choose from the list", "kind multiple": "Put an x at one answer or several",
		"from to": "from %s to %s", "at least": "of %s or more", "at most": "of at most %s", "from day": "from %s", "to day": "to %s",
		"only if is": "Only if the answer to no. %d is “%s”.", "depends": "Depends on the answer to no. %s.", "only some": "Not asked of everybody.",
		"relevant":           "when it is asked is not shown in the form",
		"relevant in part":   "when it is asked is shown in part only",
		"constraint":         "what an answer must satisfy is not checked in the form",
		"constraint in part": "what an answer must satisfy is checked in part only",

		"for": "This form is for: %s",
		"how": "Answer in the yellow fields. The rest is locked, so that the answers can be read again; there is no password.\n" +
			"Where a field has an arrow, choose the answer from the list.\n" +
			"Where several answers are possible, put an x at each of them.\n" +
			"A field turns grey where the question is not to be answered, and red where the answer does not go with the others.\n" +
			"Questions with * are to be answered.\n" +
			"Do not move, delete or add rows or columns. Save the file as .xlsx or .ods, and send it back.",
		"unchecked": "The form does not watch this by itself:",
		"case":      "On the tab “%s” each case has its column. A column without answers is no case.",
	},
}

// instructions returns the first sheet.
func (w *filler) instructions() sheet.Page {
	const width = 100.0
	p := sheet.Page{Name: w.say["instructions"], Widths: []float64{width}}
	add := func(text string, look sheet.PageLook, height float64) {
		p.Cells = append(p.Cells, sheet.PageCell{Row: len(p.Heights) + 1, Column: 1, Value: text, Look: look})
		p.Heights = append(p.Heights, height)
	}
	title := w.words(w.Instrument.Title)
	add(title, sheet.LookTitle, 26)
	if w.Respondent != "" {
		add(fmt.Sprintf(w.say["for"], w.Respondent), sheet.LookQuestion, 24)
	}
	paragraphs := strings.Split(w.say["how"], "\n")
	for _, r := range w.Instrument.Rosters {
		if name := w.sheets[r.Name]; name != "" {
			paragraphs = append(paragraphs, fmt.Sprintf(w.say["case"], name))
		}
	}
	for _, s := range paragraphs {
		add(s, sheet.LookText, lineHeight*float64(broken(s, width))+6)
	}
	if len(w.remarks) > 0 {
		add(w.say["unchecked"], sheet.LookSection, 28)
		for _, s := range w.remarks {
			add(s, sheet.LookHint, lineHeight*float64(broken(s, width*11/9))+3)
		}
	}
	return p
}
