package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/survey"
)

// cases returns three cases read from cases.xlsx, the last without answers.
func cases(t *testing.T) *survey.Dataset {
	t.Helper()
	missing := []survey.Missing{survey.Present, survey.Present, survey.NotAnswered}
	options := func(names ...string) []survey.Option {
		var out []survey.Option
		for _, n := range names {
			out = append(out, survey.Option{Name: n})
		}
		return out
	}
	kind := survey.Variable{Name: "kind", Label: survey.Words("Branche"), Options: append(options("farm", "fishery", "shop"), survey.Unknown)}
	help := survey.Variable{Name: "help", Options: options("desk", "car", "hours")}
	day := func(year float64) float64 { return (year-1970)*365.25 + 90 }
	d, err := survey.NewDataset("cases", 3, survey.Origin{File: "cases.xlsx", Sheet: "Svar", Rows: []int{2, 3, 4}},
		survey.NewSingle(kind, []int16{0, 3, -1}, missing).From([][]int{{1}}),
		survey.NewMultiple(help, []uint64{0b011, 0b100, 0}, missing),
		survey.NewNumber(survey.Variable{Name: "staff", Kind: survey.KindInteger}, []float64{4, 250, 0}, missing).From([][]int{{3}}),
		survey.NewNumber(survey.Variable{Name: "agreed", Kind: survey.KindDate}, []float64{day(2014), day(2015), 0}, missing),
		survey.NewText(survey.Variable{Name: "title"}, []string{"slagter", "lærer", ""}, missing))
	require.NoError(t, err)
	return d
}

// derivedFrom decodes the variables of a study and adds them to cases.
func derivedFrom(t *testing.T, variables string) (*Study, *survey.Dataset) {
	t.Helper()
	s := &Study{file: "study.yaml"}
	s.problems = decode(s.file, []byte("variables:\n  cases:\n"+variables), &s.config)
	require.NoError(t, s.problems.Err())
	return s, s.derived("cases", cases(t))
}

func TestDerive(t *testing.T) {
	for _, c := range []struct {
		name, variable string
		want           []string // of each case
		options        []string
	}{
		{"year", `{name: v, from: agreed, year: true}`, []string{"2014", "2015", ""}, nil},
		{"year in bands", `{name: v, from: agreed, year: true, bands: [{name: before, to: 2014}, {name: after, from: 2015}]}`,
			[]string{"before", "after", ""}, []string{"before", "after"}},
		{"bands", `{name: v, from: staff, bands: [{name: few, to: 49}, {name: many, from: 50}]}`,
			[]string{"few", "many", ""}, []string{"few", "many"}},
		{"any of several answers", `{name: v, from: help, any: [desk, car]}`, []string{"yes", "no", ""}, []string{"yes", "no"}},
		{"any of a single answer", `{name: v, from: kind, any: [farm]}`, []string{"yes", "dont_know", ""}, []string{"yes", "no", "dont_know"}},
		{"join", `{name: v, from: kind, join: [{name: outdoors, of: [farm, fishery]}]}`,
			[]string{"outdoors", "dont_know", ""}, []string{"outdoors", "shop", "dont_know"}},
		{"join several answers", `{name: v, from: help, join: [{name: things, of: [desk, car]}]}`,
			[]string{"things", "hours", ""}, []string{"things", "hours"}},
		{"first", `{name: v, first: [{name: farmer, when: {kind: farm}}, {name: other}]}`,
			[]string{"farmer", "other", ""}, []string{"farmer", "other"}},
		{"first of two variables", `{name: v, first: [{name: aid, when: {help: [desk, car], kind: [farm, shop]}}, {name: none, when: {help: hours}, meaning: none}]}`,
			[]string{"aid", "none", ""}, []string{"aid", "none"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, d := derivedFrom(t, "    - "+c.variable+"\n")
			require.NoError(t, s.problems.Err())
			v := d.Column("v")
			require.NotNil(t, v)
			for i, want := range c.want {
				assert.Equal(t, want, v.Answer(i), "case %d", i)
			}
			assert.Equal(t, survey.NotAnswered, v.Missing(2))
			var options []string
			for _, o := range v.Options {
				options = append(options, o.Name)
			}
			assert.Equal(t, c.options, options)
		})
	}
}

func TestDeriveMistakes(t *testing.T) {
	const at = "study.yaml:3:8: variables.cases[1]: "
	for _, c := range []struct{ name, variable, want string }{
		{"no name", `{from: kind, any: [farm]}`, at + `want a name`},
		{"unknown variable", `{name: v, from: branche, any: [farm]}`, at + `v: no variable "branche" in cases; did you mean "kind"?`},
		{"no way", `{name: v, from: kind}`, at + `v: want one of year, bands, any, join or first`},
		{"year of no date", `{name: v, from: staff, year: true}`, at + `v: staff holds no dates`},
		{"bands of options", `{name: v, from: kind, bands: [{name: a}]}`, at + `v: bands need numbers, and kind is single`},
		{"bands that overlap", `{name: v, from: staff, bands: [{name: a, to: 50}, {name: b, from: 50}]}`, at + `v: band b begins at 50, where band a has not ended`},
		{"number in no band", `{name: v, from: staff, bands: [{name: a, to: 50}]}`, `cases.xlsx: 'Svar'!C3: v: got 250, want a number in one of the bands`},
		{"any of text", `{name: v, from: title, any: [x]}`, at + `v: title is not a question with up to 64 options`},
		{"any of an unknown option", `{name: v, from: kind, any: [farms]}`, at + `v: kind has no option "farms"; it has farm, fishery, shop, dont_know`},
		{"join of nothing", `{name: v, from: kind, join: [{name: a}]}`, at + `v: group a joins no options`},
		{"join to a name there is", `{name: v, from: kind, join: [{name: shop, of: [farm, fishery]}]}`, at + `v: two options are called shop`},
		{"join of an unknown meaning", `{name: v, from: kind, join: [{name: a, of: [farm], meaning: unsure}]}`,
			at + `meaning: got "unsure", want dont_know, refused, not_relevant or none`},
		{"first of an unknown meaning", `{name: v, first: [{name: a, when: {kind: farm}, meaning: unsure}]}`,
			at + `meaning: got "unsure", want dont_know, refused, not_relevant or none`},
		{"first of an unknown variable", `{name: v, first: [{name: a, when: {branche: farm}}]}`, at + `v: no variable "branche" in cases; did you mean "kind"?`},
		{"first without conditions", `{name: v, first: [{name: a}]}`, at + `v: no variable to match is named`},
		{"first that leaves a case", `{name: v, first: [{name: a, when: {kind: farm}}]}`,
			`cases.xlsx: 'Svar'!A3: v: got kind = "dont_know", which none of the options is defined for`},
		{"name that is taken", `{name: staff, from: kind, any: [farm]}`, at + `cases: two variables are called staff`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := derivedFrom(t, "    - "+c.variable+"\n")
			assert.EqualError(t, s.problems.Err(), c.want)
		})
	}
}

// A variable that cannot be made is said once: what rests on it finds it, with
// no values.
func TestDeriveGoesOn(t *testing.T) {
	s, d := derivedFrom(t, `    - {name: size, from: stafff, bands: [{name: few, to: 49}, {name: many, from: 50}]}
    - {name: large, from: size, any: [many]}
`)
	assert.EqualError(t, s.problems.Err(), `study.yaml:3:8: variables.cases[1]: size: no variable "stafff" in cases; did you mean "staff"?`)
	require.NotNil(t, d.Column("large"))
	assert.Equal(t, survey.NotAnswered, d.Column("large").Missing(0))
}
