package main

import (
	"fmt"
	"strconv"
	"testing"
)

// TestRouting: a text or number stands only where its question was asked, and
// where the answer is required there is one.
func TestRouting(t *testing.T) {
	for _, r := range answeredRows(t) {
		only(t, r, "fk_antal", r["fk"] == "1", true)
		only(t, r, "sbh_pct", r["sbh"] == "1", true)
		only(t, r, "kontakt_hvornaar", r["kontakt"] == "1", true)
		only(t, r, "kontakt_tekst", r["kontakt"] == "1", false)
	}
	for _, r := range caseRecords(t) {
		only(t, r, "tiltag_6_tekst", r["tiltag_6"] == "1", false)
		only(t, r, "aendring_10_tekst", r["aendring_10"] == "1", false)
		only(t, r, "moenster_tekst", r["moenster"] == "1", false)
		only(t, r, "fleksjob_tekst", r["fleksjob"] == "1", false)
		for _, q := range partTwo {
			if q.required && q.form != "select_multiple" {
				only(t, r, q.export, true, true)
			}
		}
	}
}

// only fails when column is answered though not asked, or must and is not.
func only(t *testing.T, r record, column string, asked, must bool) {
	t.Helper()
	answered := r[column] != ""
	if answered && !asked || must && asked && !answered {
		t.Errorf("%s%s: %s: answered %v, asked %v", r["id"], r["respondentid"], column, answered, asked)
	}
}

// TestConstraints: percentages, counts, and options that stand alone.
func TestConstraints(t *testing.T) {
	for _, r := range answeredRows(t) {
		for column, most := range map[string]float64{"fk_antal": 50, "sbh_pct": 100, "tidlig_pct": 100} {
			if r[column] == "" {
				continue
			}
			if x, err := strconv.ParseFloat(r[column], 64); err != nil || x < 0 || x > most {
				t.Errorf("%s: %s: %s", r["respondentid"], column, r[column])
			}
		}
	}
	for _, r := range caseRecords(t) {
		for _, list := range []string{"measures", "changes"} {
			column := map[string]string{"measures": "tiltag_", "changes": "aendring_"}[list]
			chosen, alone := 0, false
			for i, c := range listNamed(list).choices {
				if r[fmt.Sprint(column, i+1)] == "1" {
					chosen++
					alone = alone || c.exclusive
				}
			}
			if chosen == 0 || alone && chosen > 1 {
				t.Errorf("%s: %s: %d chosen", r["id"], list, chosen)
			}
		}
	}
}

// TestNotAsked: who did not answer a part has blanks there, and 0 in the
// columns of multiple questions, as the platform writes them.
func TestNotAsked(t *testing.T) {
	for _, r := range records(t, "data/jobcentres.xlsx", "Dataset") {
		for _, v := range variables() {
			multiple := v.sub == "Multiple"
			inCase := v.name[0] == 's' && len(v.name) > 2 && v.name[2] == '_'
			if v.name == respondentID || v.name == "jobcenter" || v.question == "statoverall" {
				continue
			}
			if r["statoverall_4"] == "1" || r["statoverall_3"] == "1" && !inCase {
				continue
			}
			if multiple && r[v.name] != "0" || !multiple && r[v.name] != "" {
				t.Errorf("%s: %s: %q though never asked", r["respondentid"], v.name, r[v.name])
			}
		}
	}
}

// TestInstrument: names and export columns are unique, lists exist, and groups
// balance.
func TestInstrument(t *testing.T) {
	seen, depth := map[string]bool{}, 0
	for _, q := range instrument() {
		if q.list != "" {
			listNamed(q.list)
		}
		switch q.form {
		case "begin_group", "begin_repeat":
			depth++
		case "end_group", "end_repeat":
			depth--
		}
		if q.name != "" && seen[q.name] {
			t.Errorf("two questions called %s", q.name)
		}
		seen[q.name] = true
	}
	if depth != 0 {
		t.Error("groups do not balance")
	}
	columns := map[string]bool{}
	for _, v := range variables() {
		if columns[v.name] {
			t.Errorf("two columns called %s", v.name)
		}
		columns[v.name] = true
	}
}
