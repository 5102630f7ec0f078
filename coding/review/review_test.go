package review

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/coding"
	"stikprove/survey"
)

var (
	header = Header{Study: "Trial", Wave: "2026", Variable: "condition", Scheme: "x", Version: "1", Hash: "abc", Language: "en"}
	codes  = []Code{{"physical", survey.Words("Physical")}, {"medical", survey.Words("Medical")}, {coding.Uncoded, survey.Words("Not stated")}}
)

func caseOf(id, text, category string, confidence float64, review bool) Case {
	return Case{ID: id, Text: text, Coding: coding.Coding{Category: category, Confidence: confidence, Review: review, Reason: survey.Words("because")}}
}

func cases() []Case {
	return []Case{
		caseOf("1", "sure", "physical", 0.97, false), caseOf("2", "unsure", "medical", 0.5, true),
		caseOf("3", "differs", "medical", 1, true), caseOf("4", "less sure", "physical", 0.8, false),
	}
}

func ids(s *Sheet) []string {
	var out []string
	for _, c := range s.Cases {
		out = append(out, c.ID)
	}
	return out
}

func TestNewSorts(t *testing.T) {
	assert.Equal(t, []string{"2", "3"}, ids(New(header, codes, cases(), false)))
	assert.Equal(t, []string{"2", "3", "4", "1"}, ids(New(header, codes, cases(), true)), "for review first, the least sure first")
}

// The draw is the one the sheet's guide describes, so that anybody can repeat it.
func TestNewBlindDraws(t *testing.T) {
	want := ids(New(header, codes, cases(), true))
	slices.SortFunc(want, func(a, b string) int {
		of := func(id string) string {
			sum := sha256.Sum256([]byte("42\t" + id))
			return hex.EncodeToString(sum[:])
		}
		return strings.Compare(of(a), of(b))
	})
	assert.Equal(t, want, ids(NewBlind(header, codes, cases(), 0, 42)))
	assert.Equal(t, want[:2], ids(NewBlind(header, codes, cases(), 2, 42)))
	shuffled := cases()
	slices.Reverse(shuffled)
	assert.Equal(t, want, ids(NewBlind(header, codes, shuffled, 9, 42)), "whatever order the cases stand in")
}

func TestShown(t *testing.T) {
	assert.Equal(t, "gigt xxxxxx-xxxx og xxxxxx-xxxx", shown("gigt 010170-1234 og 3112991234"))
	assert.Equal(t, "M54 i 2015, 12345678", shown("M54 i 2015, 12345678"))
	assert.Equal(t, "a b\nc", shown("a\x00b\r\nc"))
	assert.Len(t, []rune(shown(strings.Repeat("å", 20_000))), 10_001)
}

// roundTrip writes a sheet and reads it as it is.
func roundTrip(t *testing.T, s *Sheet) *Filled {
	t.Helper()
	path := filepath.Join(t.TempDir(), "w.xlsx")
	require.NoError(t, s.Write(path))
	f, err := Read(path)
	require.NoError(t, err)
	return f
}

func TestReadBack(t *testing.T) {
	f := roundTrip(t, New(header, codes, cases(), true))
	want := header
	want.Kind = Review
	assert.Equal(t, want, f.Header)
	require.Len(t, f.Rows, 4)
	assert.Equal(t, "medical", f.Rows[0].Suggestion)
	assert.Equal(t, coding.Verdict{}, f.Rows[0].Verdict(), "a suggestion alone is no verdict")
	assert.Empty(t, f.Problems())
	decisions, result, err := f.Merge(Merge{Study: header, Cases: cases(), Coder: "AB", Today: "2026-01-01"})
	require.NoError(t, err)
	assert.Empty(t, decisions)
	assert.Equal(t, Result{Left: 4}, result)
}

// A decision on a text that has changed since stands no longer, whoever made it.
func TestMergeOverStale(t *testing.T) {
	f := roundTrip(t, New(header, codes, cases(), true))
	f.Rows[0].Category = "physical"
	before := []coding.Decision{{Unit: "2", Category: "medical", Coder: "CD", Hash: coding.TextHash("something else")}}
	decisions, result, err := f.Merge(Merge{Study: header, Cases: cases(), Decisions: before, Coder: "AB", Today: "2026-01-01"})
	require.NoError(t, err)
	assert.Equal(t, 1, result.Changed)
	assert.Equal(t, coding.Decision{Unit: "2", Category: "physical", Coder: "AB", Date: "2026-01-01", Wave: "2026", Hash: coding.TextHash("unsure")}, decisions[0])

	before[0].Category = "physical"
	_, result, err = f.Merge(Merge{Study: header, Cases: cases(), Decisions: before, Coder: "AB", Today: "2026-01-01"})
	require.NoError(t, err)
	assert.Equal(t, 1, result.Changed, "the same again is a decision on the text as it is now")

	before[0].Hash, before[0].Category = "", "medical"
	_, _, err = f.Merge(Merge{Study: header, Cases: cases(), Decisions: before, Coder: "AB", Today: "2026-01-01"})
	assert.ErrorContains(t, err, `unit "2" is decided otherwise by another coder, "CD"`)
	before[0].Wave = "2025"
	_, result, err = f.Merge(Merge{Study: header, Cases: cases(), Decisions: before, Coder: "AB", Today: "2026-01-01"})
	require.NoError(t, err, "another wave's decision is on another case")
	assert.Equal(t, 1, result.New)
}

func TestWriteDecisions(t *testing.T) {
	path := filepath.Join(t.TempDir(), "decisions.csv")
	require.NoError(t, os.WriteFile(path, []byte("\ufeffid;category\n"), 0o600))
	yes := true
	require.NoError(t, WriteDecisions(path, []coding.Decision{{Unit: "1", Category: "x", Combination: &yes, Coder: "AB", Date: "2026-01-01", Reason: `so; "said"`, Wave: "w", Hash: "00"}}))
	got, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, "\ufeffid;category;combination;coder;date;reason;wave;text_hash\n1;x;1;AB;2026-01-01;\"so; \"\"said\"\"\";w;00\n", string(got))
	stat, err := os.Stat(path)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), stat.Mode().Perm(), "who may read it is as it was")
	left, err := os.ReadDir(filepath.Dir(path))
	require.NoError(t, err)
	assert.Len(t, left, 1)
	assert.Error(t, WriteDecisions(filepath.Join(path, "none", "d.csv"), nil))
}

func TestUndo(t *testing.T) {
	decisions := []coding.Decision{{Unit: "1", Coder: "AB"}, {Unit: "2", Coder: "AB", Wave: "2025"}, {Unit: "3", Coder: "CD"}}
	left, n := Undo(decisions, "AB", "2026", "2026")
	assert.Equal(t, 1, n)
	assert.Equal(t, decisions[1:], left)
	_, n = Undo(decisions, "AB", "2025", "2026")
	assert.Equal(t, 1, n)
}

// Both languages have every word.
func TestLanguages(t *testing.T) {
	for tag, w := range languages {
		for kind, columns := range columnsOf {
			assert.NotEmpty(t, w.sheets[kind], tag)
			assert.NotEmpty(t, w.guides[kind], tag)
			for _, c := range columns {
				got, ok := columnOf(w.headings[c])
				assert.True(t, ok, "%s %s", tag, c)
				assert.Equal(t, c, got, tag)
			}
		}
		assert.Len(t, w.facts, 9, tag)
	}
}
