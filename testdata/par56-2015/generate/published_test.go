package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// figure is a published figure and what the workbook holds.
type figure struct {
	name    string
	got     int
	want    int // the count chosen
	of      int // the base
	percent int // as published; -1 where only words are
}

// check compares the counts and what they print as, halves rounded up.
func check(t *testing.T, figures []figure) {
	t.Helper()
	for _, f := range figures {
		if f.got != f.want {
			t.Errorf("%s: %d, want %d", f.name, f.got, f.want)
		}
		if printed := (200*f.got + f.of) / (2 * f.of); f.percent >= 0 && printed != f.percent {
			t.Errorf("%s: %d of %d prints as %d %%, published %d %%", f.name, f.got, f.of, printed, f.percent)
		}
	}
}

// count returns how many of list keep holds for.
func count[T any](list []T, keep func(T) bool) int { return len(filter(list, keep)) }

// TestResponse: appendix 1. 91 and 70 % have no common base; see cannot_be_met.
func TestResponse(t *testing.T) {
	all, answered, cases := records(t, "data/jobcentres.xlsx", "Dataset"), answeredRows(t), caseRecords(t)
	check(t, []figure{
		{"invited", len(all), 92, 92, -1},
		{"answered part 1", len(answered), 84, 92, 91},
		{"with cases", count(answered, func(r record) bool { return r["statoverall_4"] == "1" }), 65, 92, 71},
		{"cases", len(cases), 195, 195, -1},
	})
}

// TestCondition: appendix 2, by the list of texts with their categories and the
// decisions for the one text that has two.
func TestCondition(t *testing.T) {
	listed, err := readConditions(filepath.Join(committed, "conditions.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]int{}
	category, combined := map[string]int{}, map[string]int{}
	for _, c := range listed {
		texts[c.text]++
		category[c.category]++
		if c.combination {
			combined[c.category]++
		}
	}
	for _, c := range caseRecords(t) {
		texts[c["lidelse"]]--
	}
	for text, left := range texts {
		if left != 0 {
			t.Errorf("%q: %d cases more in the list than in the data", text, left)
		}
	}
	all := combined["physical"] + combined["medical"] + combined["psychological"] + combined["other"]
	check(t, []figure{
		{"physical", category["physical"], 76, 195, 39},
		{"medical", category["medical"], 60, 195, 31},
		{"psychological", category["psychological"], 14, 195, 7},
		{"other", category["other"], 45, 195, 23},
		{"combinations", all, 20, 195, 10},
		{"physical combinations", combined["physical"], 4, 195, -1},
		{"medical combinations", combined["medical"], 4, 195, -1},
		{"psychological combinations", combined["psychological"], 6, 20, 30},
		{"other combinations", combined["other"], 6, 195, -1},
	})
}

// TestDecisions: every case with the text of two categories has a decision, one
// physical and two other, and no other case has.
func TestDecisions(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(committed, "decisions.csv"))
	if err != nil {
		t.Fatal(err)
	}
	decided := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] {
		cells := strings.Split(line, ",")
		decided[cells[0]] = cells[1]
	}
	tally := map[string]int{}
	for _, c := range caseRecords(t) {
		category, ok := decided[c["id"]]
		if ok != (c["lidelse"] == undecidable) {
			t.Errorf("%s: decided %v", c["id"], ok)
		}
		tally[category]++
	}
	if len(decided) != 3 || tally["physical"] != 1 || tally["other"] != 2 {
		t.Errorf("decisions %v", tally)
	}
}

// TestWorkplace: sections "Størrelse" and "Branche".
func TestWorkplace(t *testing.T) {
	cases := caseRecords(t)
	size := func(name string) int {
		return count(cases, func(r record) bool { return r.option("firm_size", "stoerrelse") == name })
	}
	check(t, []figure{
		{"under 50", size("under_50"), 80, 195, 41},
		{"50 to 100", size("from_50_to_100"), 20, 195, 10},
		{"over 100", size("over_100"), 58, 195, 30},
		{"size unknown", size("dont_know"), 37, 195, 19},
	})
	for i, q := range industries {
		n := count(cases, func(r record) bool { return r.option("industry", "branche") == q.value })
		if n != q.n || n == 0 {
			t.Errorf("%s: %d cases, want %d", q.value, n, q.n)
		}
		if i > 0 && i < 5 && n >= industries[i-1].n {
			t.Errorf("%s is not behind %s", q.value, industries[i-1].value)
		}
	}
}

// TestAgreement: sections "Karakteristik", "§ 56-aftaler kombineret" and
// "Ændringer i arbejdsforhold".
func TestAgreement(t *testing.T) {
	cases := caseRecords(t)
	chosen := func(column string) int { return count(cases, func(r record) bool { return r[column] == "1" }) }
	measure := func(r record) bool {
		return r["tiltag_1"] == "1" || r["tiltag_2"] == "1" || r["tiltag_3"] == "1" || r["tiltag_6"] == "1"
	}
	change := func(r record) bool { return r["aendring_8"] == "0" && r["aendring_9"] == "0" }
	sick := func(r record) bool { return r.option("yes_no", "sdp") == "yes" }
	made := func(from, to int) int {
		return count(cases, func(r record) bool { y := r.year(t); return y >= from && y <= to })
	}
	check(t, []figure{
		{"made during a sick-pay case", count(cases, sick), 97, 195, 50},
		{"first made 2015", made(2015, 2015), 117, 195, 60},
		{"first made 2014", made(2014, 2014), 23, 195, 12},
		{"first made before", made(2008, 2013), 55, 195, 28},
		{"partial return", chosen("tiltag_1"), 70, 195, 36},
		{"work placement", chosen("tiltag_2"), 10, 195, 5},
		{"mentor", chosen("tiltag_3"), 13, 195, 7},
		{"other measure", chosen("tiltag_6"), 31, 195, 16},
		{"any measure", count(cases, measure), 94, 195, 48},
		{"hours", chosen("aendring_1"), 27, 195, 14},
		{"tasks", chosen("aendring_2"), 39, 195, 20},
		{"location", chosen("aendring_7"), 20, 195, 10},
		{"any change", count(cases, change), 48, 195, 25},
		{"change in a sick-pay case", count(cases, func(r record) bool { return change(r) && sick(r) }), 0, 195, 0},
	})
	// "Hovedparten" has a measure or a change; partial returns and placements
	// are "typically" new cases; agreements on stress all are.
	if n := count(cases, func(r record) bool { return measure(r) || change(r) }); 2*n <= len(cases) {
		t.Errorf("a measure or a change: %d of %d, want most", n, len(cases))
	}
	returning := filter(cases, func(r record) bool { return r["tiltag_1"] == "1" || r["tiltag_2"] == "1" })
	if n := count(returning, func(r record) bool { return r.year(t) == 2015 }); 4*n < 3*len(returning) {
		t.Errorf("returning and first made 2015: %d of %d, want most", n, len(returning))
	}
	for _, r := range cases {
		text := r["lidelse"]
		if (strings.Contains(text, "stress") || text == "psykisk overbelastning") && r.year(t) != 2015 {
			t.Errorf("%s: on stress, first made %d", r["id"], r.year(t))
		}
	}
}

// TestRefunds: section "Mønstre i udbetaling af sygedagpenge".
func TestRefunds(t *testing.T) {
	cases := caseRecords(t)
	cell := func(flexjob, pattern string) int {
		return count(cases, func(r record) bool {
			return r.option("yes_no", "fleksjob") == flexjob && (pattern == "" || r.option("yes_no", "moenster") == pattern)
		})
	}
	check(t, []figure{
		{"pattern", count(cases, func(r record) bool { return r.option("yes_no", "moenster") == "yes" }), 12, 195, 6},
		{"few requests", count(cases, func(r record) bool { return r.number(t, "refusion") <= 3 }), 150, 195, -1},
	})
	raised, patterned := cell("yes", ""), cell("yes", "yes")
	not, patternedNot := cell("no", ""), cell("no", "yes")
	if patterned*not != 3*patternedNot*raised {
		t.Errorf("pattern where a flexjob was raised %d of %d, where not %d of %d: want exactly three times", patterned, raised, patternedNot, not)
	}
	for _, r := range cases {
		rehabilitation := strings.Contains(r["lidelse"], "knæ") || strings.Contains(r["lidelse"], "Knæ") ||
			strings.Contains(r["lidelse"], "skulder") || strings.Contains(strings.ToLower(r["lidelse"]), "ryg")
		if r.option("yes_no", "moenster") == "yes" && !rehabilitation {
			t.Errorf("%s: a pattern without back, shoulder or knee", r["id"])
		}
	}
}

// TestOrganisation: section "Jobcentrets virksomhedsrettede indsats".
func TestOrganisation(t *testing.T) {
	rows := answeredRows(t)
	is := func(column, name string) func(record) bool {
		return func(r record) bool { return r.option("yes_no", column) == name }
	}
	both := func(a, b func(record) bool) int {
		return count(rows, func(r record) bool { return a(r) && b(r) })
	}
	when := func(name string) int {
		return count(rows, func(r record) bool { return r.option("contact_when", "kontakt_hvornaar") == name })
	}
	check(t, []figure{
		{"consultants", count(rows, is("fk", "yes")), 71, 84, 85},
		{"caseworkers reach out", count(rows, is("sbh", "yes")), 55, 84, 65},
		{"both", both(is("fk", "yes"), is("sbh", "yes")), 44, 84, -1},
		{"neither", both(is("fk", "no"), is("sbh", "no")), 2, 84, -1},
		{"procedure", count(rows, is("kontakt", "yes")), 67, 84, 80},
		{"always", when("always"), 33, 67, 49},
		{"when relevant", when("when_relevant"), 34, 67, 51},
		{"1 to 4 consultants", count(rows, func(r record) bool {
			return r["fk_antal"] != "" && r.number(t, "fk_antal") >= 1 && r.number(t, "fk_antal") <= 4
		}), 61, 71, -1},
	})
}

// TestTotals: section "Opgørelse af antallet af § 56 sager".
func TestTotals(t *testing.T) {
	places, centres := records(t, "data/frame.xlsx", "Kommuner"), records(t, "data/frame.xlsx", "Jobcentre")
	served := map[string]int{}
	told, agreements, recipients := 0, 0, 0
	least, most := record{"agreements": "9999"}, record{"agreements": "0"}
	for _, r := range places {
		served[r["jobcentre"]]++
		recipients += r.number(t, "sick_pay_recipients")
		if r["agreements"] == "" {
			continue
		}
		told++
		agreements += r.number(t, "agreements")
		if r.number(t, "agreements") < least.number(t, "agreements") {
			least = r
		}
		if r.number(t, "agreements") > most.number(t, "agreements") {
			most = r
		}
	}
	check(t, []figure{
		{"municipalities", len(places), 98, 98, -1},
		{"jobcentres", len(centres), 92, 92, -1},
		{"municipalities telling", told, 48, 98, -1},
		{"agreements", agreements, 15759, 15759, -1},
		{"recipients", recipients, 320000, 320000, -1},
		{"least agreements", least.number(t, "agreements"), 75, 75, -1},
		{"most agreements", most.number(t, "agreements"), 764, 764, -1},
	})
	if a, b := least.number(t, "sick_pay_recipients"), most.number(t, "sick_pay_recipients"); 100*max(a-b, b-a) > a {
		t.Errorf("the comparable two have %d and %d recipients", a, b)
	}
	for i, r := range records(t, "data/jobcentres.xlsx", "Dataset") {
		if served[r["jobcenter"]] == 0 || centres[i]["jobcentre"] != r["jobcenter"] {
			t.Errorf("jobcentre %s is not in the frame, or out of its order", r["jobcenter"])
		}
	}
}
