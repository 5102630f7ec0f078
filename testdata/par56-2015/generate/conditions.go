package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// caseFile is one of the 195 cases. Choice answers are held by name.
type caseFile struct {
	text        string // the condition as written
	category    string // physical, medical, psychological or other
	combination bool
	theme       theme

	industry, jobTitle, workKind, firmSize string

	sickPay            string
	firstMade          day
	measures, changes  []string
	measuresOther      string
	changesOther       string
	refunds            int
	pattern, flexjob   string
	patternText        string
	flexjobText        string
	homeWork           string // asked in 2026 only
	respondent, number int    // whose case it is: row of the jobcentre, and 1 to 3
}

// readConditions returns one case for every case that conditions.tsv counts,
// in the order of the file.
func readConditions(path string) ([]*caseFile, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var cases []*caseFile
	for i, line := range strings.Split(strings.TrimSpace(string(raw)), "\n")[1:] {
		cells := strings.Split(line, "\t")
		if len(cells) != 5 {
			return nil, fmt.Errorf("%s:%d: %d cells, want 5", path, i+2, len(cells))
		}
		n, err := strconv.Atoi(cells[3])
		if err != nil || n < 1 {
			return nil, fmt.Errorf("%s:%d: cases: got %q, want a number from 1", path, i+2, cells[3])
		}
		for range n {
			cases = append(cases, &caseFile{text: cells[0], category: cells[1], combination: cells[2] == "1",
				theme: themeOf(cells[0], cells[1])})
		}
	}
	return cases, nil
}

// theme is a kind of condition fine enough for the patterns the study tells
// of by industry. It is used to deal out the other answers, and never written.
type theme string

const (
	back      theme = "back"
	shoulder  theme = "shoulder" // and neck
	knee      theme = "knee"
	limb      theme = "limb"
	joints    theme = "joints" // arthritis, and psoriasis with it
	cancer    theme = "cancer"
	heart     theme = "heart"
	clot      theme = "clot" // or bleeding, in brain or heart
	bowel     theme = "bowel"
	kidney    theme = "kidney"
	diabetes  theme = "diabetes"
	lung      theme = "lung"
	nerve     theme = "nerve"
	eye       theme = "eye"
	mind      theme = "mind"
	strain    theme = "strain" // stress and overload
	fertility theme = "fertility"
	migraine  theme = "migraine"
	sequelae  theme = "sequelae" // of cancer and its treatment
	rest      theme = "rest"
)

// themeWords are tried in order; the first that occurs in the text decides.
var themeWords = []struct {
	words string
	theme theme
}{
	{"fertilitet barnløs", fertility},
	{"efter_brystkræft kemo", sequelae},
	{"kræft", cancer},
	{"stær synet", eye},
	{"blodprop hjernebl", clot},
	{"migræne hovedpine", migraine},
	{"hjerte blodtryk", heart},
	{"mave tarm colitis", bowel},
	{"nyre", kidney},
	{"diabetes", diabetes},
	{"astma lunge kol", lung},
	{"sclerose parkinson huntington", nerve},
	{"knæ", knee},
	{"nakke skulder", shoulder},
	{"ryg lænd", back},
	{"amputation albue smerter_i_fod hænder arme håndled benbrud bevægeapparat færdsel", limb},
	{"gigt psoriasis", joints},
	{"piskesmæld", shoulder},
}

func themeOf(text, category string) theme {
	folded := strings.ToLower(text)
	if category == "psychological" {
		if strings.Contains(folded, "stress") || strings.Contains(folded, "overbelastning") {
			return strain
		}
		return mind
	}
	for _, entry := range themeWords {
		for _, word := range strings.Fields(entry.words) {
			if strings.Contains(folded, strings.ReplaceAll(word, "_", " ")) {
				return entry.theme
			}
		}
	}
	return rest
}

// onStress says whether the agreement is on stress: the study reports that all
// such were first made in 2015 (section "De psykiske lidelser fylder mere").
func (c *caseFile) onStress() bool { return c.theme == strain }

// isRehabilitation says whether the case can be rehabilitation of back,
// shoulder or knee, which every case with a refund pattern is (section
// "Mønstre i udbetaling af sygedagpenge").
func (c *caseFile) isRehabilitation() bool {
	if c.category != "physical" || c.combination {
		return false
	}
	folded := strings.ToLower(c.text)
	return strings.Contains(folded, "ryg") || strings.Contains(folded, "skulder") || strings.Contains(folded, "knæ")
}
