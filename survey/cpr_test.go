package survey_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// The numbers are made up: days with any four digits after them, and one whose
// check digit holds, which is much used to explain it.
func TestFindCPR(t *testing.T) {
	for _, c := range []struct {
		text    string
		found   string // with | between
		checked bool
	}{
		{"070761-4285", "070761-4285", true},
		{"0707614285", "0707614285", true},
		{"cpr:070761 4285.", "070761 4285", true},
		{"Nr. 070761 - 4285, ryg", "070761 - 4285", true},
		{"070761–4285", "070761–4285", true},
		{"070761\u00a04285", "070761\u00a04285", true},
		{"07.07.61-4285", "07.07.61-4285", true},
		{"07 07 61 4285", "07 07 61 4285", true},
		{"07-07-61-4285", "07-07-61-4285", true},
		{"070761-4286", "070761-4286", false},
		{"født 010107-4000 og 311299-1111", "010107-4000|311299-1111", false},
		{"290200-4123", "290200-4123", false}, // 2000 had a 29 February
		{"070761-4285-0707614285", "070761-4285|0707614285", true},
		{"0707614285,5", "", false},
		{"3.0707614285", "", false},
		{"290200-1123", "", false}, // 1900 had none
		{"310461-1234", "", false}, // 31 April
		{"001361-1234", "", false},
		{"320161-1234", "", false},
		{"1234567890", "", false},
		{"10707614285", "", false}, // in a longer run
		{"07076142851", "", false},
		{"070761-42851", "", false},
		{"5070761-4285", "", false},
		{"20 10 19 61", "", false}, // a phone number
		{"+45 20101961", "", false},
		{"2015-03-31 12:30", "", false},
		{"31-03-15 12:30", "", false},
		{"0707-614285", "", false},
		{"0707 61 4285", "", false},
		{"070761--4285", "", false},
		{"4111 1111 1111 1111", "", false},
		{"", "", false},
	} {
		var found []string
		checked := false
		for _, s := range survey.FindCPR(c.text) {
			found = append(found, c.text[s.From:s.To])
			checked = s.Checked
		}
		assert.Equal(t, c.found, strings.Join(found, "|"), c.text)
		assert.Equal(t, c.checked, checked, c.text)
	}
	assert.Equal(t, "Nr. xxxxxx-xxxx, ryg og xxxxxx-xxxx", survey.MaskCPR("Nr. 070761 - 4285, ryg og 0707614286"))
	assert.Equal(t, "ryg", survey.MaskCPR("ryg"))
}

func FuzzFindCPR(f *testing.F) {
	for _, s := range []string{"070761-4285", "07 07 61 – 4285-0707614285", "1.0707614285,2", "\xff070761\u202f4285", "0707614285.07076142850"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range survey.FindCPR(text) {
			require.GreaterOrEqual(t, s.From, end)
			require.Greater(t, s.To, s.From)
			require.LessOrEqual(t, s.To, len(text))
			end = s.To
		}
		require.Empty(t, survey.FindCPR(survey.MaskCPR(text)), "nothing is left after masking")
	})
}

func personal(t *testing.T) *survey.Dataset {
	t.Helper()
	n := survey.NotAnswered
	from := func(c *survey.Column, column int) *survey.Column { return c.From([][]int{{column}}) }
	origin := survey.Origin{File: "svar.xlsx", Sheet: "Svar", Rows: []int{2, 4, 5}}
	block, err := survey.NewDataset("case", 3, origin,
		from(survey.NewText(survey.Variable{Name: "note"}, []string{"", "se 070761-4285 og 070761-4286", ""}, nil), 5))
	require.NoError(t, err)
	d, err := survey.NewDataset("people", 3, origin,
		from(survey.NewText(survey.Variable{Name: "id", Role: survey.RoleID}, []string{"0707614285", "12", "070761-4285"}, nil), 1),
		from(survey.NewText(survey.Variable{Name: "text", Role: survey.RoleCoded}, []string{"ryg 010180-1234", "", "ryg"}, []survey.Missing{0, n, 0}), 2),
		from(survey.NewNumber(survey.Variable{Name: "number", Kind: survey.KindInteger}, []float64{707614285, 707614286, 707614}, nil), 3))
	require.NoError(t, err)
	options := []survey.Option{{Name: "other", Label: survey.Words("Other")}, {Name: "o2", Label: survey.Words("A 070761-4285")}}
	d, err = d.With(from(survey.NewMultiple(survey.Variable{Name: "who", Options: options}, []uint64{1, 1, 3}, nil), 4))
	require.NoError(t, err)
	d, err = d.WithRoster("case", block)
	require.NoError(t, err)
	return d
}

func TestCPRProblems(t *testing.T) {
	problems := survey.CPRProblems(personal(t))
	assert.Equal(t, strings.TrimSpace(`
svar.xlsx: 'Svar'!A2: id: got a CPR number (withheld), want none
svar.xlsx: 'Svar'!B2: text: got a CPR number without a check digit, as newer ones have none (withheld), want none
svar.xlsx: 'Svar'!C2: number: got a CPR number (withheld), want none
svar.xlsx: 'Svar'!E4: note: got 2 CPR numbers (withheld), want none
svar.xlsx: 'Svar'!A5: id: got a CPR number (withheld), want none
svar.xlsx: 'Svar'!D5: who: got a CPR number (withheld), want none
`), problems.Error())
}

func TestMasked(t *testing.T) {
	d := personal(t)
	m := d.Masked()
	assert.Empty(t, survey.CPRProblems(m))
	assert.Equal(t, "cpr-1", m.Column("id").Text(0))
	assert.Equal(t, "12", m.Column("id").Text(1))
	assert.Equal(t, "cpr-1", m.Column("id").Text(2), "the same unit, written otherwise")
	assert.Equal(t, "ryg xxxxxx-xxxx", m.Column("text").Text(0))
	assert.Equal(t, survey.NotAnswered, m.Column("number").Missing(0))
	assert.Equal(t, 707614286.0, m.Column("number").Number(1))
	assert.Equal(t, "se xxxxxx-xxxx og xxxxxx-xxxx", m.Blocks("case")[0].Column("note").Text(1))
	assert.Equal(t, survey.Option{Name: "cpr-2", Label: survey.Words("A xxxxxx-xxxx")}, m.Column("who").Options[1])
	assert.Equal(t, uint64(3), m.Column("who").Bits(2))
	require.Len(t, m.Notes(), 5)
	assert.Equal(t, "svar.xlsx: 'Svar': id: cells with a CPR number, masked: 2", m.Notes()[0].String())
	assert.Equal(t, "ryg 010180-1234", d.Column("text").Text(0), "the dataset itself is as it was")
	assert.Same(t, m, m.Masked())
}
