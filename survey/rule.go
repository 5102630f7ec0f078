package survey

// Rule is a condition of the questionnaire, parsed from a small part of
// XPath as XLSForm writes it.
type Rule struct {
	Source string // as written
}
