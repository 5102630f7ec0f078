package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// folder returns a folder with the files, by name.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(content), 0o644))
	}
	return dir
}

func TestLoadChecks(t *testing.T) {
	const sources = "study: x\nsources: {a: {file: a.csv}}\n"
	for _, c := range []struct{ name, source, want string }{
		{"in order", sources, ""},
		{"no source", "study: x\n", `study.yaml: sources: the study names no source`},
		{"source of nothing", "sources:\n  a: {sheet: x}\n", `study.yaml:2:7: sources.a: want either file, folder or from`},
		{"source of both", "sources:\n  a: {file: a.csv, from: b}\n", `study.yaml:2:7: sources.a: has both file and from, want one of them`},
		{"unrolled from nothing", "sources:\n  a: {from: b, roster: r}\n", `study.yaml:2:7: sources.a.from: no source "b"; did you mean "a"?`},
		{"unrolled without a roster", "sources:\n  a: {file: a.csv}\n  b: {from: a}\n", `study.yaml:3:7: sources.b: want the roster that is unrolled`},
		{"unrolled twice", "sources:\n  a: {file: a.csv}\n  b: {from: a, roster: r}\n  c: {from: b, roster: r}\n",
			`study.yaml:4:7: sources.c.from: "b" is itself unrolled from another source`},
		{"language", sources + "language: no\n", `study.yaml: language: got "no", want da or en`},
		{"level", sources + "level: 95\n", `study.yaml: level: got 95, want a share between 0 and 1`},
		{"level that is no number", sources + "level: inf\n", `study.yaml:3:8: level: got "inf", want a number with a point`},
		{"minimum", sources + "disclosure: {minimum: -1}\n", `study.yaml: disclosure.minimum: got -1, want a count from 1`},
		{"width", sources + "disclosure: {width: -1}\n", `study.yaml: disclosure.width: got -1, want a count from 1`},
		{"round", sources + "disclosure: {round: 1}\n", `study.yaml: disclosure.round: got 1, want a count from 2`},
		{"p_percent", sources + "disclosure: {p_percent: -5}\n", `study.yaml: disclosure.p_percent: got -5, want a percentage above 0`},
		{"cost", sources + "disclosure: {cost: money}\n", `study.yaml: disclosure.cost: got "money", want counts or cells`},
		{"dominance", sources + "disclosure:\n  dominance: {n: 6, percent: 100}\n", `study.yaml:4:15: disclosure.dominance.n: got 6, want a number of parts from 1 to 5
study.yaml:4:15: disclosure.dominance.percent: got 100, want a percentage between 0 and 100`},
		{"open", sources + "disclosure: {open: [bb]}\n", `study.yaml: disclosure.open: no source "bb"`},
		{"design of no source", sources + "designs:\n  bb: {census: true}\n", `study.yaml:4:8: designs: no source "bb"`},
		{"negative design", sources + "designs:\n  a: {eligible: -1, draw: -3}\n", `study.yaml:4:7: designs.a.draw: got -3, want a number of units
study.yaml:4:7: designs.a.eligible: got -1, want a number of units`},
		{"variables of no source", sources + "variables:\n  bb:\n    - {name: v}\n", `study.yaml:5:8: variables: no source "bb"`},
		{"coding of no source", sources + "coding:\n  k: {sample: bb}\n", `study.yaml:4:7: coding.k.sample: no source "bb"`},
		{"frame of no source", sources + "frame: {for: bb}\n", `study.yaml:3:9: frame.for: no source "bb"`},
		{"table without id", sources + "tables:\n  - {sample: a, rows: v}\n", `study.yaml:4:6: tables[1]: want an id`},
		{"tables with one id", sources + "tables:\n  - {id: t, sample: a}\n  - {id: t, sample: a}\n", `study.yaml:5:6: tables[2]: two tables are called "t"`},
		{"table of nothing", sources + "tables:\n  - {id: t}\n", `study.yaml:4:6: tables[1]: want the sample that the table is of`},
		{"percent", sources + "tables:\n  - {id: t, sample: a, percent: rows}\n", `study.yaml:4:6: tables[1].percent: got "rows", want column, row or total`},
		{"benchmark", sources + "tables:\n  - {id: t, sample: a, benchmark: {shares: {x: 12}}}\n", `study.yaml:4:36: tables[1].benchmark: x: got 12, want a share from 0 to 1`},
		{"figure of no table", sources + "tables:\n  - {id: sizes, sample: a}\nfigures:\n  - {id: f, table: size, kind: bar}\n",
			`study.yaml:6:6: figures[1]: no table "size"; did you mean "sizes"?`},
		{"figures with one id", sources + "tables:\n  - {id: t, sample: a}\nfigures:\n  - {id: f, table: t, kind: bar}\n  - {id: f, table: t, kind: bar}\n",
			`study.yaml:7:6: figures[2]: want an id that no other figure has`},
		{"figure that is no file", sources + "tables:\n  - {id: t, sample: a}\nfigures:\n  - {id: ../f, table: t, kind: bar}\n",
			`study.yaml:6:6: figures[1]: got the id "../f", want one that a file can be called on every system`},
		{"figure kind and size", sources + "tables:\n  - {id: t, sample: a}\nfigures:\n  - {id: f, table: t, kind: pie, width: 1000}\n",
			`study.yaml:6:6: figures[1]: got a size of 1000 cm, want 5 to 60
study.yaml:6:6: figures[1].kind: got "pie", want bar, grouped, stacked, dots, dumbbell, histogram, line or heat`},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, err := Load(folder(t, map[string]string{"study.yaml": c.source}))
			require.NoError(t, err)
			if c.want == "" {
				assert.NoError(t, s.problems.Err())
				return
			}
			assert.EqualError(t, s.problems.Err(), c.want)
		})
	}
}

func TestLoadWithoutStudy(t *testing.T) {
	t.Chdir(t.TempDir()) // whose name may have a number that is masked
	_, err := Load("nowhere")
	assert.EqualError(t, err, "nowhere: no such study; want a folder with study.yaml, or the file itself")
	_, err = Load(folder(t, map[string]string{"study.yaml": "sources: [\n"}))
	assert.ErrorContains(t, err, "study.yaml:", "a file that is no YAML cannot be looked at further")
}

// Methods run on a copy: after one table of a study, all of it is still there.
func TestStudyIsImmutable(t *testing.T) {
	s, err := Load(example)
	require.NoError(t, err)
	before := s.TableIDs()
	_, err = s.Layers("condition", "en", nil)
	require.NoError(t, err)
	_, err = s.Layers("firm-size", "", nil)
	require.NoError(t, err)
	assert.Equal(t, before, s.TableIDs())
	assert.NotEmpty(t, s.config.Figures)
	assert.Len(t, s.inputs.files, 1, "study.yaml")

	_, err = s.Layers("firmsize", "da", nil)
	assert.EqualError(t, err, `study.yaml: no table "firmsize"; did you mean "firm-size"?`)
}
