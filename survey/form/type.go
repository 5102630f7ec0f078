package form

import (
	"cmp"
	"slices"
	"strings"

	"stikprove/survey"
)

// types gives the kinds of the question types without options, as XLSForm and
// its forerunners write them.
var types = map[string]survey.Kind{
	"text": survey.KindText, "string": survey.KindText, "add text prompt": survey.KindText,
	"integer": survey.KindInteger, "int": survey.KindInteger, "add integer prompt": survey.KindInteger,
	"decimal": survey.KindDecimal, "add decimal prompt": survey.KindDecimal,
	"date": survey.KindDate, "datetime": survey.KindDate, "date time": survey.KindDate, "add date prompt": survey.KindDate,
}

// passedBy are the types that are no questions to a respondent: what is shown,
// computed or taken from the device. Those after the first line stand in older
// forms and in SurveyCTO's.
var passedBy = []string{
	"note", "calculate", "hidden", "start", "end", "today", "deviceid", "username", "phonenumber", "email", "subscriberid", "simserial", "audit",
	"start-geopoint", "background-audio", "background-geopoint", "xml-external", "csv-external", "add note prompt", "start time", "end time",
	"get start time", "get end time", "get today", "get device id", "device id", "get subscriber id", "subscriber id", "get sim id", "sim id",
	"get phone number", "phone number", "imei", "uri:deviceid", "uri:username", "uri:email", "uri:phonenumber", "uri:simserial", "uri:subscriberid",
	"calculate here", "caseid", "comments", "enumerator", "text audit", "audio audit", "sensor statistic", "sensor stream",
}

// selects are the types with options and whether several may be chosen. Longer
// ones stand before those they begin with.
var selects = []struct {
	begins   string
	multiple bool
}{
	{"add select multiple prompt using", true}, {"select all that apply from", true}, {"select all that apply", true},
	{"select multiple from", true}, {"select multiple", true},
	{"add select one prompt using", false}, {"select one from", false}, {"select one", false}, {"select1", false},
}

// files are the types whose options are in another file.
var files = []string{"select one from file", "select multiple from file", "select one external", "select multiple external"}

// written is what the type column says.
type written struct {
	begin, end bool // of a group or repeat
	repeat     bool
	odd        bool // a group of another kind, such as one repeated for each option of a list
	passed     bool // no question to a respondent
	note       bool // a text that is shown
	computed   bool // a value that the form computes
	options    bool // a question with options
	multiple   bool
	list       string
	other      bool // with an option "other" and a text of its own
	kind       survey.Kind
	known      bool // kind was recognised
}

// typed reads what stands in the type column; ok is false where a list is
// wanted and there is none, or more.
func typed(s string) (w written, ok bool) {
	s = strings.Join(strings.Fields(s), " ")
	plain := strings.Map(func(r rune) rune {
		switch {
		case 'A' <= r && r <= 'Z':
			return r + 'a' - 'A'
		case r == '_':
			return ' '
		}
		return r
	}, s)
	for _, word := range []string{"begin ", "end "} {
		if block, found := strings.CutPrefix(plain, word); found {
			name, _, _ := strings.Cut(block, " ")
			switch name {
			case "group", "repeat", "lgroup", "looped":
				return written{begin: word == "begin ", end: word == "end ", repeat: name != "group"}, true
			case "loop", "kobomatrix", "score", "rank":
				return written{begin: word == "begin ", end: word == "end ", odd: true}, true
			}
		}
	}
	for _, t := range selects {
		if slices.ContainsFunc(files, func(f string) bool { return begins(plain, f) }) || !begins(plain, t.begins) {
			continue
		}
		// Only the words before the list are ours to change; s is as long.
		words := strings.Fields(s[len(t.begins):])
		rest := ""
		if len(words) > 0 {
			rest = strings.ToLower(strings.ReplaceAll(strings.Join(words[1:], " "), "_", " "))
		}
		w = written{options: true, multiple: t.multiple, known: true, other: rest == "or other" || rest == "or specify other"}
		if len(words) == 0 || rest != "" && !w.other {
			return w, false
		}
		w.list = words[0]
		return w, true
	}
	w.passed = slices.Contains(passedBy, plain)
	w.note = plain == "note" || plain == "add note prompt"
	w.computed = plain == "calculate" || plain == "calculate here"
	w.kind, w.known = types[plain]
	return w, true
}

// elsewhere are the types of other programs whose answers are read as text.
// They are no misspellings of ours.
var elsewhere = []string{
	"time", "geopoint", "geotrace", "geoshape", "image", "photo", "audio", "video", "file", "barcode", "range", "rank", "acknowledge", "trigger",
	"select", "location", "gps", "signature", "draw", "annotate", "osm", "uri", "sms", "csv", "entity", "matrix", "likert", "number", "percent",
}

// nearType returns the type that a word which is none was meant to be, or "".
// A word stands for itself where another program knows it.
func nearType(s string) string {
	first, _, several := strings.Cut(strings.ToLower(s), " ")
	for _, known := range elsewhere {
		if first == known || strings.HasPrefix(first, known+"_") {
			return ""
		}
	}
	if several {
		return survey.Nearest(first, []string{"select_one", "select_multiple"})
	}
	return survey.Nearest(first, []string{"text", "integer", "decimal", "date", "datetime", "note", "calculate", "hidden", "begin_group", "end_group", "begin_repeat", "end_repeat", "select_one", "select_multiple"})
}

func begins(s, prefix string) bool { return s == prefix || strings.HasPrefix(s, prefix+" ") }

// otherLabel is the label of the option that or_other adds, in the form's
// languages.
func (r *reader) otherLabel() survey.Text {
	words := survey.Text{"da": "Andet", "en": "Other"}
	label := survey.Text{}
	for _, language := range append([]string{r.fallback}, r.languages...) {
		label[language] = cmp.Or(words[language], words["en"])
	}
	return label
}
