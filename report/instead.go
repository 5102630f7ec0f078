package report

import "stikprove/survey"

// instead returns what to say after a name that is not known: the nearest one
// there is or, where none is near, all of them if they are few.
func instead(got string, names []string) string {
	if near := survey.DidYouMean(got, names); near != "" {
		return near
	}
	const few = 8
	if len(names) == 0 || len(names) > few {
		return ""
	}
	return "; there is " + survey.QuoteAll(names)
}
