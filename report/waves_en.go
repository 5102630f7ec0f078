package report

import (
	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

var englishWaves = waveWords{
	heading:        "{first} compared with {last}",
	apart:          "What cannot be compared",
	changed:        "Changed from {first} to {last}",
	nothingApart:   "Every row of the tables can be compared.",
	nothingChanged: "No differences in questions, options, categories or sampling were found.",
	notes: map[WaveKind]string{
		WaveTableGone:     "The table {name} is in {first} only",
		WaveTableNew:      "The table {name} is in {last} only",
		WaveTableApart:    "The table {name}: {own}",
		WaveTableShape:    "The table {name} is another one: {before} in {first}, {after} in {last}",
		WaveTablePercent:  "The table {name} runs its percentages another way in {last} than in {first}",
		WaveTableBase:     "The table {name} counts other units in {last} than in {first}",
		WaveRowApart:      "{part} in {name}: {own}",
		WaveRowGone:       "{part} in {name} is in {first} only",
		WaveRowNew:        "{part} in {name} is in {last} only",
		WaveRowParts:      "{part} in {name} takes other rows together in {last} than in {first}",
		WaveRowSeveral:    "{part} in {name}: answers of which one may give several cannot be added up",
		WaveWording:       "The question {was} is now {is}",
		WaveHint:          "The instruction to {name} has changed",
		WaveAnswerKind:    "{name} was answered with {before} and is now answered with {after}",
		WaveRouting:       "{name} is asked under another condition",
		WaveQuestionNew:   "The question {name} is asked in {last} only",
		WaveQuestionGone:  "The question {name} was asked in {first} only",
		WaveOptionNew:     "{name} has the new option {part}",
		WaveOptionGone:    "{name} no longer has the option {part}",
		WaveOptionWording: "The option {was} of {name} is now {is}",
		WaveMatched:       "In {name}, {before} ({first}) is held to be the same as {after} ({last})",
		WaveDerived:       "{name} is derived by other rules than in {first}",
		WaveScheme:        "{name} is coded by {before} in {first} and by {after} in {last}",
		WaveDecisions:     "Of the descriptions in {name}, persons decided {before} in {first} and {after} in {last}",
		WaveDesign:        "{name}: {before} in {first}, {after} in {last}",
		WaveCensusPart:    "{name}: not all answered, {before} in {first} and {after} in {last}; differences say nothing of the others",
	},
	several: map[WaveKind]string{
		WaveTableGone: "{n} tables are in {first} only: {names}",
		WaveTableNew:  "{n} tables are in {last} only: {names}",
	},
	kinds: map[survey.Kind]string{survey.KindSingle: "one option", survey.KindMultiple: "several options", survey.KindInteger: "a whole number",
		survey.KindDecimal: "a number", survey.KindDate: "a date", survey.KindText: "text"},
	census: "everyone was asked", sample: "a sample was drawn",
	verdicts: map[crosstab.Verdict]string{crosstab.Higher: "higher", crosstab.Lower: "lower", crosstab.NotShown: "no change shown",
		crosstab.Untested: "cannot be tested", crosstab.Unalike: "cannot be compared", crosstab.Concealed: "hidden"},
	change: "Change", p: "p", verdict: "Finding",
	points:   "percentage points",
	to:       "to",
	unit:     "Count, per cent and change in percentage points",
	unitMean: "Count, mean and change",
	unitSum:  "Sum and change",
	adjusted: map[association.Adjustment]string{
		association.Holm:       "The finding rests on p adjusted by Holm’s rule for {n} rows; each interval stands by itself.",
		association.Bonferroni: "The finding rests on p adjusted by Bonferroni’s rule for {n} rows; each interval stands by itself.",
		association.Unadjusted: "p is not adjusted for the {n} rows.",
	},
	facts:    "Everyone was asked both times: the differences have no sampling error.",
	shared:   "{n} {psus} are in both waves, which the uncertainty of the change accounts for.",
	psus:     "clusters",
	notShown: "“No change shown” does not mean that nothing has changed.",
	untested: "Where the sampling error is not known, nothing is concluded.",
	single:   "The finding rests on one test.",
}
