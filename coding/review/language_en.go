package review

var english = words{
	guide: "Guide", codes: "Codes", yes: "Yes", no: "No", uncoded: "Not stated",
	sheets: map[Kind]string{Review: "Review", Blind: "Coding", Adjudication: "Adjudication"},
	headings: map[column]string{
		columnID: "Id", columnText: "Text", columnSuggestion: "Suggestion", columnSuggested: "Suggestion: combination",
		columnConfidence: "Confidence", columnReason: "Reason", columnCategory: "Category", columnCombination: "Combination",
		columnAccept: "Accept suggestion", columnComment: "Comment", columnCoder: "Coder", columnDate: "Date", columnCheck: "Check",
		columnA: "First coder", columnACombination: "First coder: combination",
		columnB: "Second coder", columnBCombination: "Second coder: combination",
	},
	guides: map[Kind][]string{
		Review: {
			"The sheet shows how the program suggests coding each description, and why. What needs eyes most stands first.",
			"Where the suggestion is right, pick Yes in the column Accept suggestion. Where it is wrong, pick the right category in the column Category and, if need be, Yes or No in the column Combination. Rows that nobody touches are not decided.",
			"Combination is Yes where the description names two or more different things. Not stated is for answers without content only.",
			"Comments are welcome, but none that tells who a case is about. Where there is no date, the day of reading the sheet in is used.",
			"Rows may be sorted and filtered. Do not change id, text or suggestion, and do not delete or copy rows: it shows when the sheet is read in.",
			"The descriptions may be health data. Do not send the sheet by ordinary e-mail, and delete it once it has been read in.",
		},
		Blind: {
			"The sheet is for a coder who is not to know others' codes. The order is drawn by lot: ids are sorted by the SHA-256 of the seed, a tab and the id.",
			"Pick a category for every row and whether the description is a combination: Yes where it names two or more different things, otherwise No. Not stated is for answers without content only.",
			"Rows may be sorted and filtered. Do not change id or text, and do not delete or copy rows: it shows when the sheet is read in.",
			"The descriptions may be health data. Do not send the sheet by ordinary e-mail, and delete it once it is of no more use.",
		},
		Adjudication: {
			"The sheet shows two coders' codes side by side. The rows on which they differ stand first and want a decision; where they agree their code is filled in.",
			"Pick category and combination for every difference. All rows that are filled in become decisions when the sheet is read in.",
			"Rows may be sorted and filtered. Do not change id or text, and do not delete or copy rows: it shows when the sheet is read in.",
			"The descriptions may be health data. Do not send the sheet by ordinary e-mail, and delete it once it has been read in.",
		},
	},
	facts: []string{"Study", "Wave", "Variable", "Scheme", "Version", "Check sum", "Rows", "Seed", "Coders"},
	code:  "Code", label: "Label", pick: "Pick one of the list.", title: "Review of codes",
}
