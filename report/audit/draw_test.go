package audit

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

const complaints = "\n\nTable 1. Complaints. Several answers possible\n\n| Complaint | Per cent |\n|---|---|\n| Price | 31 |\n| Queues | 24 |\n| Delay | 22 |\n| Seats | 22 |\n| Other | 40 |\n"

const ages = "\n\nTabel 1. Alder\n\n| Alder | Pct. |\n|---|---|\n| Under 30 år | 20 |\n| 30-49 år | 43 |\n| 50-64 år | 30 |\n| 65 år eller ældre | 7 |\n"

// drawnFrom audits a text that is no more than the claim at hand.
func drawnFrom(t *testing.T, text string) (kinds, findings string) {
	t.Helper()
	blocks, err := readMarkdown([]byte(text))
	require.NoError(t, err)
	claims := draw(blocks, "en")
	var k, f []string
	for _, c := range claims {
		c.Drawn = true
		k = append(k, string(c.Kind))
	}
	r, err := Audit(claims, "en")
	require.NoError(t, err)
	for _, x := range r.Findings {
		f = append(f, string(x.Rule)+" "+string(x.Sure))
	}
	return strings.Join(k, " "), strings.Join(f, "; ")
}

// TestDrawn holds what is drawn from running text, in both languages, and what
// the audit of it says; arithmetic beside each.
func TestDrawn(t *testing.T) {
	for _, c := range []struct{ text, kind, finds string }{
		// multiples: 30/14 = 2.1, 40/25 = 1.6, 36/12 = 3
		{"Dobbelt så mange kvinder (30 %) som mænd (14 %) svarer ja.", "times", ""},
		{"Twice as many women (40 %) as men (25 %) say yes.", "times", "times unlikely"},
		{"Tre gange så mange har svaret i år (36 %) som sidste år (12 %).", "times", ""},
		{"More than twice as many women (38 %) as men (20 %) say yes.", "times", "times unlikely"},
		{"Mere end dobbelt så mange kvinder (45 %) som mænd (20 %) siger ja.", "times", ""},
		// breakdowns
		{"Der er 195 sager, heraf 76 fysiske, 60 medicinske, 14 psykiske og 45 øvrige.", "parts", ""},
		{"Der er 195 sager, heraf 76 fysiske, 60 medicinske, 14 psykiske og 40 øvrige.", "parts", "sum question"},
		{"Der er 195 sager, heraf 76 fysiske og 14 psykiske.", "", ""}, // some only
		{"The 84 offices are divided into 40 small, 30 middling and 14 large.", "whole", ""},
		{"The 84 offices are divided into 40 small, 30 middling and 16 large.", "whole", "sum impossible"},
		{"De 58 skoler fordeler sig på 21 i byer og 36 på landet.", "whole", "sum impossible"},
		{"Of the 60 firms, 30 have a nurse, 28 have a gym and 22 have both.", "", ""}, // they overlap
		{"39 % are under 40, 45 % are 40-59 and 16 % are 60 or older.", "parts bands", ""},
		{"39 % er under 40 år, 50 % er 40-59 år, og 16 % er 60 år eller ældre.", "parts bands", "sum unlikely"},
		// unions: from the largest to the sum
		{"20 % have a nurse, 30 % have a gym, and 36 % have at least one of the two.", "union", ""},
		{"I orkester spiller 20 %, i kor synger 9 %, og 34 % gør mindst én af delene.", "union", "sum unlikely"},
		{"9 % travel with a pram and 12 % with a dog; 10 % travel with a pram or a dog.", "union", "sum unlikely"},
		// rankings in the text
		{"Størst er andelen i Vest (31 %), derefter følger Øst (28 %) og Syd (29 %).", "ranking", "ranking unlikely"},
		{"The largest share is in the west (31 %), followed by the east (28 %) and the south (20 %).", "ranking", ""},
		{"Vestby topper med 13 % efterfulgt af Herby, Norby og Ikby.\n\nI Vestby er der 17 %, efterfulgt af Herby, Norby og Ikby.", "same", "retold unlikely"},
		// rankings of a table: 31, 24, 22, 22
		{"The most common complaint is price." + complaints, "placed", ""},
		{"The two most common complaints are price and queues." + complaints, "placed", ""},
		{"The top three complaints are price, queues and delay." + complaints, "placed", "ranking question"},
		{"Delay is the second most common complaint." + complaints, "placed", "ranking unlikely"},
		{"The largest increase is in delay." + complaints, "", ""},
		// sums of a table's rows: 20 + 43 = 63, 30 + 7 = 37
		{"63 % er under 50 år." + ages, "sum", ""},
		{"40 % er 50 år eller ældre." + ages, "sum", "sum unlikely"},
		{"Price and queues together make up 70 %." + complaints, "", ""}, // several answers do not add
		// response: 58/72 = 80.6; 33 % of 58
		{"Skemaet blev sendt til 72 skoler, og 58 svarede. Svarprocenten er 81 %.", "percentage", ""},
		{"The form went to 72 schools, and 58 replied, a response rate of 83 %.", "percentage", "count impossible"},
		{"Blandt de 31 ansatte har 40 % været der i ti år.", "percentage", "share impossible"},
		{"Ca. 40 % af de 31 ansatte er nye.", "percentage", ""},
		// words
		{"Halvdelen af eleverne øver sig hver dag.\n\n38 % af eleverne øver sig hver dag.", "same", "retold unlikely"},
		{"Næsten alle (94 %) er tilfredse.", "words", ""},
		{"Nearly all (78 %) are content.", "words", "words unlikely"},
		{"De fleste (47 %) bor i byen.", "words", "words question"},
		{"De fleste har en fysisk (39 %) eller en medicinsk lidelse (31 %).", "", ""},
		// totals
		{"Der er i alt 412 lærere på skolerne.\n\nI alt er der 421 lærere på skolerne.", "same", "retold unlikely"},
		{"Der er i alt 412 lærere i byerne.\n\nI alt er der 421 lærere på landet.", "count", ""},
		// 11 + 16 x 2 = 43 < 45
		{"Af de 45 sager er 11 nævnt, og resten er 16 slags med højst 2 sager hver.", "breakdown", "breakdown unlikely"},
		{"Of the 41 cases 11 are named, and the rest are 16 kinds with at most 2 cases each.", "breakdown", ""},
		// people and not people
		{"One patient is blind.", "count", "disclosure question"},
		{"To jobcentre har svaret nej.", "", ""},
		{"Renamed the argument to workers.", "", ""},
		{"Two employees took part in the interview.", "", ""},
	} {
		kinds, findings := drawnFrom(t, c.text)
		assert.Equal(t, c.finds, findings, c.text)
		for _, k := range strings.Fields(c.kind) {
			assert.Contains(t, " "+kinds+" ", " "+k+" ", c.text)
		}
		if c.kind == "" {
			for _, k := range []string{"times", "parts", "whole ", "union", "ranking", "placed", "sum", "words"} {
				assert.NotContains(t, strings.Replace(kinds, "whole", "", 1)+" ", k, c.text)
			}
		}
	}
}

// TestKindsInList holds a list of kinds under its total, with an ending that can
// be read as one kind or two.
func TestKindsInList(t *testing.T) {
	kinds, findings := drawnFrom(t, "De 23 %, svarende til 45 sager, er:\n\n- Migræne: 3 sager\n- Kræft: 8 sager\n- De følgende er ved 1 eller 2 sager: "+
		"a b, c d, e f, g h, i j, k l, m n, o p, q r, s t, u v, x y, z æ, ø å, aa, samt bb\n")
	assert.Contains(t, kinds, "breakdown")
	// 11 + 15 x 2 = 41 and 11 + 16 x 2 = 43, both below 45
	assert.Equal(t, "breakdown unlikely; disclosure question", findings)
}

// TestTextOfPages holds what a PDF saved as text brings with it: lists of
// tables, headings without a blank line, sentences over a page's blocks.
func TestTextOfPages(t *testing.T) {
	blocks, err := readText([]byte("Tabel 1 Køn\nTabel 2 Alder ......... 4\n\nSvar\nDer er 26 af 84 (33 %), der har svaret på det hele i de\n\nfem kommuner.\n\n\uf0b7   En fjerdedel (31 %) er nye.\n\nTabel 1 Køn\n\nTabel 2 Alder\n"))
	require.NoError(t, err)
	var text []string
	for _, b := range blocks {
		text = append(text, b.text)
	}
	assert.Contains(t, text, "Der er 26 af 84 (33 %), der har svaret på det hele i de fem kommuner.")
	assert.Contains(t, text, "Svar")
	assert.Contains(t, text, "En fjerdedel (31 %) er nye.")
	claims := draw(blocks, "da")
	captions := 0
	for _, c := range claims {
		if c.Kind == Caption {
			captions++
		}
	}
	assert.Equal(t, 2, captions, "each table once")
}

// TestSheetRoundTrip holds that claims drawn, written, confirmed by a person and
// read again are the claims, in both languages.
func TestSheetRoundTrip(t *testing.T) {
	for language, yes := range map[string]string{"da": "ja", "en": "yes"} {
		claims, err := ReadReport(filepath.Join("..", "..", "testdata", "audit", "musikskoler.md"), language)
		require.NoError(t, err)
		dir := t.TempDir()
		require.NoError(t, WriteSheet(filepath.Join(dir, "claims.xlsx"), claims, language))
		w, err := sheet.Open(filepath.Join(dir, "claims.xlsx"))
		require.NoError(t, err)
		grid, err := w.Read(w.Sheets()[0])
		require.NoError(t, err)
		require.NoError(t, w.Close())
		rows := make([][]any, grid.Rows())
		for r := range rows {
			for k := range grid.Columns() {
				rows[r] = append(rows[r], grid.Cell(r+1, k+1).Text)
			}
			if r > 0 {
				rows[r][0] = yes
			}
		}
		assert.Equal(t, map[string]any{"da": "bekræft", "en": "confirm"}[language], rows[0][0])
		path := filepath.Join(dir, "confirmed.xlsx")
		require.NoError(t, sheet.Write(path, sheet.Properties{}, sheet.Sheet{Name: w.Sheets()[0], Rows: rows}))
		back, err := ReadSheet(path)
		require.NoError(t, err)
		require.Len(t, back, len(claims))
		for i, c := range claims {
			assert.Equal(t, *c.bare(), *back[i].bare())
		}
		drawn, err := Audit(claims, language)
		require.NoError(t, err)
		confirmed, err := Audit(back, language)
		require.NoError(t, err)
		assert.Len(t, confirmed.Findings, len(drawn.Findings))
	}
}

// bare is a claim without where it was read.
func (c *Claim) bare() *Claim {
	b := *c
	b.At, b.columns, b.Drawn = survey.Problem{}, nil, false
	return &b
}
