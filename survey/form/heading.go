package form

import "strings"

// headings gives for headings seen in the wild the one used here.
var headings = map[string]string{
	"relevance": "relevant", "list": "list_name", "value": "name", "tag": "name", "caption": "label", "command": "type",
	"constraint_msg": "constraint_message", "constraining_message": "constraint_message", "jr:constraintmsg": "constraint_message",
	"count": "repeat_count", "jr:count": "repeat_count", "calculate": "calculation", "readonly": "read_only",
	"title": "form_title", "id_string": "form_id", "set_form_title": "form_title", "set_form_id": "form_id",
}

// translated are the headings that may be followed by a language.
var translated = []string{"label", "hint", "constraint_message", "jr:constraintmsg", "constraining_message", "form_title", "caption"}

// knownHeadings are those that mean something to us or to other programs, so
// that a misspelt one is seen.
var knownHeadings = []string{
	"type", "name", "label", "hint", "required", "relevant", "constraint", "constraint_message", "repeat_count", "default", "appearance",
	"export", "kind", "list_name", "missing", "exclusive", "order", "code", "form_title", "form_id", "version", "default_language",
	"calculation", "read_only", "choice_filter", "parameters", "trigger", "required_message", "guidance_hint", "image", "audio", "video",
	"big-image", "autoplay", "rows", "disabled", "note", "notes", "comment", "comments", "filter", "style", "public_key", "submission_url",
	"instance_name", "allow_choice_duplicates", "auto_send", "auto_delete", "namespaces", "save_to", "intent", "clean_text_values", "id",
	"media", "minimum_seconds", "publishable", "response_note", "no_app_error_string", "noapperrorstring", "requiredmsg", "body", "bind",
	"state", "city", "region", "country", "district", "county", "lat", "long", "geometry", "sms_field", "sms_option", "sms_keyword", "sms_separator",
}

// splitHeading returns a heading as used here and the tag of its language,
// from label::Dansk (da), label:English or label..English.
func splitHeading(written string) (heading, language string) {
	for _, prefix := range []string{"bind::", "bind:", "control::", "control:", "body::"} {
		if len(written) > len(prefix) && strings.EqualFold(written[:len(prefix)], prefix) {
			written = written[len(prefix):]
			break
		}
	}
	heading = strings.ReplaceAll(strings.ToLower(written), " ", "_")
	for _, base := range translated {
		for _, mark := range []string{"::", ":", ".."} {
			if strings.HasPrefix(heading, base+mark) {
				return usual(base), languageTag(written[len(base)+len(mark):])
			}
		}
	}
	return usual(heading), ""
}

func usual(heading string) string {
	if other, ok := headings[heading]; ok {
		return other
	}
	return heading
}

// languages gives the tags of languages that forms name without one, the name
// in the language itself first.
var languages = []struct{ tag, own, english, danish string }{
	{"da", "Dansk", "Danish", "Dansk"}, {"en", "English", "English", "Engelsk"}, {"sv", "Svenska", "Swedish", "Svensk"},
	{"nb", "Norsk", "Norwegian", "Norsk"}, {"de", "Deutsch", "German", "Tysk"}, {"fr", "Français", "French", "Fransk"},
	{"es", "Español", "Spanish", "Spansk"}, {"kl", "Kalaallisut", "Greenlandic", "Grønlandsk"}, {"fo", "Føroyskt", "Faroese", "Færøsk"},
	{"ar", "العربية", "Arabic", "Arabisk"}, {"pl", "Polski", "Polish", "Polsk"}, {"so", "Soomaali", "Somali", "Somali"},
	{"tr", "Türkçe", "Turkish", "Tyrkisk"}, {"uk", "Українська", "Ukrainian", "Ukrainsk"}, {"pt", "Português", "Portuguese", "Portugisisk"},
	{"fi", "Suomi", "Finnish", "Finsk"}, {"is", "Íslenska", "Icelandic", "Islandsk"}, {"nl", "Nederlands", "Dutch", "Nederlandsk"},
	{"it", "Italiano", "Italian", "Italiensk"}, {"ru", "Русский", "Russian", "Russisk"}, {"ro", "Română", "Romanian", "Rumænsk"},
	{"lt", "Lietuvių", "Lithuanian", "Litauisk"}, {"bs", "Bosanski", "Bosnian", "Bosnisk"}, {"fa", "فارسی", "Persian", "Persisk"},
	{"ur", "اردو", "Urdu", "Urdu"}, {"vi", "Tiếng Việt", "Vietnamese", "Vietnamesisk"}, {"zh", "中文", "Chinese", "Kinesisk"},
}

// languageTag returns the tag of a language written as "Dansk (da)", by name,
// or as the tag itself.
func languageTag(written string) string {
	s := strings.ToLower(clean(written))
	if open := strings.LastIndexByte(s, '('); open >= 0 && strings.HasSuffix(s, ")") {
		if tag := strings.TrimSpace(s[open+1 : len(s)-1]); tag != "" {
			return tag
		}
	}
	for _, l := range languages {
		for _, name := range []string{l.own, l.english, l.danish} {
			if strings.ToLower(name) == s {
				return l.tag
			}
		}
	}
	return s
}

// languageName returns a language as XLSForm wants it written: "Dansk (da)".
func languageName(tag string) string {
	for _, l := range languages {
		if l.tag == tag {
			return l.own + " (" + tag + ")"
		}
	}
	if len(tag) > 3 {
		return tag // a name without a tag
	}
	return tag + " (" + tag + ")"
}
