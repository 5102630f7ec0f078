package audit

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

// JSON writes the result for other programs.
func (r *Result) JSON(out io.Writer) error {
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(r)
}

// ruleWords name the rules, in English and in Danish.
var ruleWords = map[Rule][2]string{
	RuleShare:      {"shares a count gives", "andele, som et antal giver"},
	RuleCount:      {"counts beside shares", "antal ved siden af andele"},
	RuleBase:       {"bases", "baser"},
	RuleSum:        {"sums", "summer"},
	RuleNote:       {"rounding notes", "afrundingsnoter"},
	RuleRest:       {"rests", "rester"},
	RuleRetold:     {"facts told twice", "forhold fortalt to gange"},
	RuleUnit:       {"units and times", "enheder og tider"},
	RuleWords:      {"fraction words", "brøkord"},
	RuleFew:        {"multiples of few cases", "gange af få sager"},
	RuleTimes:      {"multiples", "gange"},
	RuleTable:      {"text against table", "tekst mod tabel"},
	RuleCaption:    {"numbers of tables and figures", "tabellers og figurers numre"},
	RuleBands:      {"bands", "grupper"},
	RuleRanking:    {"rankings", "rangordner"},
	RuleBreakdown:  {"breakdowns", "opdelinger"},
	RuleLabel:      {"labels in several categories", "navne i flere kategorier"},
	RuleDisclosure: {"small counts", "små antal"},
	RuleStyle:      {"styles of percentages", "skrivemåder af procent"},
	RuleStudy:      {"numbers against the study's tables", "tal mod undersøgelsens tabeller"},
}

var sureWords = map[Sure][2]string{
	Impossible: {"impossible", "umuligt"},
	Unlikely:   {"unlikely", "usandsynligt"},
	Question:   {"question", "spørgsmål"},
}

// Print writes the result as text in language, da or en.
func (r *Result) Print(out io.Writer, language string) error {
	at := 0
	a := &auditor{danish: language == "da"}
	if a.danish {
		at = 1
	}
	var b strings.Builder
	for i, f := range r.Findings {
		fmt.Fprintf(&b, "%d. %s (%s)  [%s]\n", i+1, f.Place, sureWords[f.Sure][at], ruleWords[f.Rule][at])
		fmt.Fprintf(&b, "   %s  %s\n", a.say("printed:   ", "trykt:     "), f.Printed)
		fmt.Fprintf(&b, "   %s  %s\n", a.say("consistent:", "i orden:   "), f.Consistent)
	}
	if len(r.Findings) > 0 {
		b.WriteString("\n")
	}
	by := map[Sure]int{}
	for _, f := range r.Findings {
		by[f.Sure]++
	}
	b.WriteString(a.say("claims: %d; findings: %d (impossible %d, unlikely %d, questions %d)\n", "påstande: %d; fund: %d (umulige %d, usandsynlige %d, spørgsmål %d)\n",
		r.Claims, len(r.Findings), by[Impossible], by[Unlikely], by[Question]))
	if len(r.Checked) == 0 {
		b.WriteString(a.say("nothing could be compared\n", "intet kunne sammenlignes\n"))
	}
	var did []string
	for _, k := range slices.Sorted(maps.Keys(r.Checked)) {
		did = append(did, fmt.Sprintf("%s %d", ruleWords[k][at], r.Checked[k]))
	}
	if len(did) > 0 {
		b.WriteString(a.say("compared: ", "sammenlignet: ") + strings.Join(did, "; ") + "\n")
	}
	if r.Rounded > 0 {
		b.WriteString(a.say("differences that rounding explains, not accused: %d\n", "forskelle, som afrunding forklarer, ikke anmærket: %d\n", r.Rounded))
	}
	for _, p := range r.Powers {
		impossible := a.say("none", "ingen")
		if p.Impossible > 0 {
			impossible = fmt.Sprint(p.Impossible)
		}
		b.WriteString(a.say("power at n = %s: of the whole per cents 0 to 100, %s impossible; %d checked\n", "styrke ved n = %s: af de hele procenter 0 til 100 er %s umulige; %d prøvet\n",
			a.count(p.Base), impossible, p.Shares))
	}
	for _, n := range r.Notes {
		b.WriteString(n + "\n")
	}
	_, err := io.WriteString(out, b.String())
	return err
}
