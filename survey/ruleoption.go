package survey

// EachOption calls see for every string that the rule holds against a
// question's answer, with the question's name, or "." for the question the rule
// stands at: of a question with options, the string must be the name of one.
func (r *Rule) EachOption(see func(question, option string)) { r.eachOption(see) }
