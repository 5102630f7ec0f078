package crosstab_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
	"stikprove/sample/disclosure"
	"stikprove/survey"
)

// sides returns a sample of 24 cases with gaps, and a banner of it.
func sides(t *testing.T) ([]*crosstab.Table, *crosstab.Table, crosstab.BannerSpec) {
	t.Helper()
	s := bound(t,
		single("condition", "pmpmompdpm.-ppmmoppmmopd", "physical", "medical", "other", "dont_know"),
		single("change", "ynynyn..ynyyynnyynynyynn", "yes", "no"),
		single("industry", "abababab.baabbaababaabba", "adm", "building"),
		single("size", "sllslsslls.llsslslslslsl", "small", "large"))
	spec := crosstab.BannerSpec{Spec: crosstab.Spec{ID: "both", Nets: []crosstab.NetSpec{{ID: "ill", Of: []string{"physical", "medical"}}}},
		RowVariables: []string{"condition", "change"}, ColumnVariables: []string{"industry", "size"}}
	parts, err := crosstab.Parts(s, spec, 0.95)
	require.NoError(t, err)
	require.Len(t, parts, 6, "each row variable by itself and by two")
	for i, row := range spec.RowVariables {
		for j, column := range append([]string{""}, spec.ColumnVariables...) {
			one := crosstab.Spec{ID: "one", Rows: row, Columns: column, Test: crosstab.NoTest}
			if i == 0 {
				one.Nets = spec.Nets
			}
			alone, err := crosstab.Build(s, one, 0.95)
			require.NoError(t, err)
			part := *parts[3*i+j]
			part.ID = "one"
			assert.Equal(t, alone.String(), part.String(), "a part is the table that it is by itself")
		}
	}
	return parts, crosstab.Banner(spec, parts), spec
}

// A banner holds the cells of its parts, everybody once, and says for whom a
// count is.
func TestBannerHoldsItsParts(t *testing.T) {
	parts, b, _ := sides(t)
	assert.Equal(t, []crosstab.Section{{Name: "condition", Label: survey.Words("condition"), From: 0, To: 6},
		{Name: "change", Label: survey.Words("change"), From: 6, To: 9}}, b.RowSections)
	assert.Len(t, b.Columns, 5, "two, two and everybody")
	for _, c := range []struct{ part, row, column, banner, bannerColumn string }{
		{"both/condition/industry", "physical", "building", "condition.physical", "industry.building"},
		{"both/condition/size", "ill", "small", "condition.ill", "size.small"},
		{"both/change/size", "total", "large", "change.total", "size.large"},
		{"both/change/", "no", "all", "change.no", "all"},
	} {
		for _, p := range parts {
			if p.ID == c.part || p.ID+"/" == c.part {
				want, err := p.Cell(c.row, c.column)
				require.NoError(t, err)
				got, err := b.Cell(c.banner, c.bannerColumn)
				require.NoError(t, err)
				assert.Equal(t, fmt.Sprint(want), fmt.Sprint(got), c.part) // NaN is not equal to itself
				assert.Positive(t, got.N)
			}
		}
	}
	assert.Len(t, b.Tests, 4, "a test for each pair")
	assert.Equal(t, "change", b.Tests[3].Of[0].Name)
	assert.Equal(t, "size", b.Tests[3].Of[1].Name)
	assert.Contains(t, b.Notes, crosstab.Note{Kind: crosstab.NoteTests, N: 4})
	assert.Contains(t, b.Notes, crosstab.Note{Kind: crosstab.NoteNotAnswered, N: 2, Of: []survey.Text{survey.Words("change")}})
}

// What protects the parts protects the banner: a hidden cell holds no number.
func TestBannerHidesWhatItsPartsHide(t *testing.T) {
	parts, _, spec := sides(t)
	protected := disclosure.ProtectAll(parts, disclosure.Rules{Minimum: 4})
	hidden := 0
	for _, p := range protected {
		for r, row := range p.Cells {
			for c, cell := range row {
				if all := p.Columns[c].Kind == crosstab.All; cell.Suppressed != crosstab.Shown && all == (len(p.Columns) == 1) {
					hidden++
					assert.Zero(t, p.Cells[r][c].N)
				}
			}
		}
	}
	require.Positive(t, hidden)
	found := 0
	for _, row := range crosstab.Banner(spec, protected).Cells {
		for _, cell := range row {
			if cell.Suppressed != crosstab.Shown {
				found++
				assert.Equal(t, crosstab.Cell{Suppressed: cell.Suppressed}, cell)
			}
		}
	}
	assert.Equal(t, hidden, found)
}

// Rows joined for being few are the same in every part, though the largest are
// others among those who answered both.
func TestBannerPartsHaveTheSameRows(t *testing.T) {
	s := bound(t,
		single("condition", "pppppmmmmoooppm", "physical", "medical", "other", "none"),
		single("industry", "....abababababa", "adm", "building"))
	parts, err := crosstab.Parts(s, crosstab.BannerSpec{Spec: crosstab.Spec{ID: "t", RowsLargest: 1},
		RowVariables: []string{"condition"}, ColumnVariables: []string{"industry"}}, 0.95)
	require.NoError(t, err)
	require.Len(t, parts, 2)
	for _, p := range parts {
		require.Len(t, p.Rows, 3)
		assert.Equal(t, "physical", p.Rows[0].ID, "7 of 15, and 3 of 11 with an industry")
		assert.True(t, p.Rows[1].Joined)
	}
	assert.Equal(t, 3, parts[1].Cells[0][2].N)
}
