package study

import "stikprove/survey"

// The words of the table of what was found. They follow, or precede, labels of
// the scheme's own.
var (
	foundTitle = survey.Text{"da": ": hvad der er fundet under hver kategori", "en": ": what was found under each category"}
	foundRest  = survey.Text{"da": "Andet under ", "en": "Other under "}
	foundNote  = survey.Text{
		"da": "Grupper med få sager er samlet i »andet« under deres kategori, sammen med sager, der ikke hører til nogen af grupperne.",
		"en": "Groups of few cases are joined in “other” under their category, with cases that belong to none of the groups.",
	}
)
