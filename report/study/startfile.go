package study

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"

	"stikprove/survey/whole"
)

// title makes a title of the export's name.
func (st *starter) title() string {
	name := strings.TrimSuffix(st.file, filepath.Ext(st.file))
	words := []rune(strings.Join(strings.FieldsFunc(name, func(r rune) bool { return r == '_' || r == '-' || unicode.IsSpace(r) }), " "))
	if len(words) == 0 {
		return "Stikprøve"
	}
	words[0] = unicode.ToUpper(words[0])
	return string(words)
}

// write writes study.yaml, without tables where t is nil.
func (st *starter) write(stage string, t *tabulator) error {
	st.yaml = page{}
	p, say := &st.yaml, st.words
	p.comment("", fmt.Sprintf(say.top, st.file))
	p.look(startStudy, "%s", say.lookAsked)
	p.add("study: %s", yamlWords(st.title()))
	if st.o.Language == "" {
		p.look(startStudy, "%s", say.lookLanguage)
	}
	p.add("language: %s", st.language)
	p.look(startStudy, "%s", say.lookNotice)
	p.add("notice:")
	for _, language := range []string{"da", "en"} {
		p.add("  %s: %s", language, yamlWords(startWords[language].notice))
	}
	if st.instrument {
		p.add("instrument: %s", startInstrument)
	}
	p.add("report: {%s: %s}", st.language, startReport)
	p.add("")
	st.writeData(t)
	if t != nil {
		t.writeDerived(p)
		t.writeLabels(p)
		t.writeTables(p)
		t.writeFigures(p)
		t.writeLeft(p)
	}
	return whole.WriteBytes(filepath.Join(stage, startStudy), []byte(p.b.String()))
}

// writeData writes where the data are and how they came to be.
func (st *starter) writeData(t *tabulator) {
	p, say := &st.yaml, st.words
	p.add("sources:")
	p.look(startStudy, say.lookPlatform, st.mapping.Platform)
	p.add("  %s: {file: %s, mapping: %s}", respondentsName, yamlWords("data/"+st.file), startMapping)
	if st.rosters {
		for at, b := range st.blocks {
			p.look(startStudy, say.lookRoster, b.count, b.written())
			p.add("  %s: {from: %s, roster: %s}", caseSource(at), respondentsName, rosterName(at))
		}
	} else if len(st.blocks) > 0 {
		p.looks = append(p.looks, Look{File: startStudy, Line: p.at, Words: fmt.Sprintf(say.lookNoRoster, st.blocks[0].count)})
	}
	p.add("")
	p.comment("", say.designs)
	p.add("designs:")
	p.look(startStudy, "%s", say.lookDesign)
	if t != nil && len(t.weights) > 0 {
		p.look(startStudy, say.lookWeights, strings.Join(t.weights, ", "), t.weights[0])
	}
	p.add("  %s:", respondentsName)
	p.add("    label: {da: %s, en: %s}", startWords["da"].respondents, startWords["en"].respondents)
	if st.rosters {
		for at := range st.blocks {
			p.add("  %s: # %s", caseSource(at), say.cases)
			p.add("    psu: %s", st.identity())
			p.add("    label: {da: %s, en: %s}", startWords["da"].casesWord, startWords["en"].casesWord)
			p.add("    psu_label: {da: %s, en: %s}", startWords["da"].respondents, startWords["en"].respondents)
		}
	}
	p.add("")
	if st.cpr {
		p.look(startStudy, "%s", say.lookCPR)
		p.add("privacy: {cpr: mask}")
	}
	p.add("disclosure: {minimum: 3} # %s", say.disclosure)
}

// identity names the variable that identifies the respondent.
func (st *starter) identity() string {
	for _, v := range st.mapping.Variables {
		if v.Role == "id" {
			return v.Name
		}
	}
	return "respondentid"
}

func (t *tabulator) writeDerived(p *page) {
	bands := 0
	source := ""
	for _, table := range t.tables {
		if v := table.derived; v != nil {
			if bands == 0 {
				p.add("")
				p.comment("", t.words.bands)
				p.add("variables:")
			}
			if table.source != source {
				source = table.source
				p.add("  %s:", source)
			}
			if !v.year {
				bands++
			}
			if bands == 1 && !v.year {
				p.look(startStudy, t.words.lookBands, t.banded())
			}
			p.add("    - name: %s", v.name)
			p.add("      label: %s", yamlWords(v.label))
			p.add("      from: %s", v.from)
			if v.year {
				bands = max(bands, 1)
				p.add("      year: true")
			}
			p.add("      bands:")
			for _, b := range v.bands {
				ends := ""
				if b.from != nil {
					ends += fmt.Sprintf(", from: %d", *b.from)
				}
				if b.to != nil {
					ends += fmt.Sprintf(", to: %d", *b.to)
				}
				p.add("        - {name: %s, label: %s%s}", yamlWords(b.name), yamlWords(b.label), ends)
			}
		}
	}
}

// banded counts the tables in intervals of numbers.
func (t *tabulator) banded() int {
	n := 0
	for _, table := range t.tables {
		if table.derived != nil && !table.derived.year {
			n++
		}
	}
	return n
}

func (t *tabulator) writeLabels(p *page) {
	if len(t.labels) == 0 {
		return
	}
	p.add("")
	p.add("labels:")
	for _, l := range t.labels {
		p.add("  %s: %s", yamlWords(l[0]), yamlWords(l[1]))
	}
}

func (t *tabulator) writeTables(p *page) {
	if len(t.tables) == 0 {
		return
	}
	p.add("")
	p.add("tables:")
	for _, table := range t.tables {
		p.add("  - id: %s", yamlWords(table.id))
		p.add("    title: %s", yamlWords(table.title))
		p.add("    sample: %s", table.source)
		switch {
		case table.mean != "":
			p.add("    mean: %s", yamlWords(table.mean))
		case len(table.items) > 0:
			quoted := make([]string, len(table.items))
			for i, item := range table.items {
				quoted[i] = yamlWords(item)
			}
			p.add("    items: [%s]", strings.Join(quoted, ", "))
		default:
			p.add("    rows: %s", yamlWords(table.rows))
			if table.many {
				p.add("    rows_largest: 10")
				p.add("    rows_joined: {da: Øvrige, en: Other}")
			}
		}
	}
}

// Figures are drawn for so many tables at most: a report is to be read.
const mostFigures = 6

func (t *tabulator) writeFigures(p *page) {
	drawn := 0
	for _, table := range t.tables {
		if !table.figure || drawn == mostFigures {
			continue
		}
		if drawn++; drawn == 1 {
			p.add("")
			p.add("figures:")
		}
		kind := "bar"
		if len(table.items) > 0 {
			kind = "stacked"
		}
		p.add("  - {id: %s, table: %s, kind: %s, title: %s}", yamlWords(table.id), yamlWords(table.id), kind, yamlWords(strings.NewReplacer("{", "(", "}", ")").Replace(table.title)))
	}
}

// writeLeft lists the questions that stand in no table, as comments.
func (t *tabulator) writeLeft(p *page) {
	if len(t.left) == 0 {
		return
	}
	p.add("")
	p.look(startStudy, t.words.lookLeft, len(t.left))
	p.comment("", t.words.left)
	for _, l := range t.left {
		p.comment("", fmt.Sprintf("  %s: %s", l.name, strings.Join(strings.Fields(l.why), " ")))
	}
}
