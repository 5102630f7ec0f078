package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecodeFindsEveryMistake(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"unknown key", "study: x\nwaves: 1\n", `study.yaml:2:1: unknown key "waves"; did you mean "wave"?`},
		{"doubled key", "study: x\nstudy: y\n", `study.yaml:2:1: key "study" is given twice`},
		{"list for a value", "wave: [1]\n", `study.yaml:1:7: wave: got a list, want one value`},
		{"value for a list", "tables: size\n", `study.yaml:1:9: tables: got "size", want a list`},
		{"number", "level: high\n", `study.yaml:1:8: level: got "high", want a number with a point`},
		{"language", "title: {da: En, to: tre}\ntitel: x\n", "study.yaml:1:17: title: got \"to\" for a language, want da or en; words with a comma in them want quotes\nstudy.yaml:2:1: unknown key \"titel\"; did you mean \"title\"?"},
		{"comma in words", "title: {da: En, der kom, en: One}\n", `study.yaml:1:17: title: got "der kom" for a language, want da or en; words with a comma in them want quotes`},
		{"alias", "study: &a x\n", `study.yaml:1:8: study: anchors, aliases and tags are not read here; write the value out`},
		{"no YAML", "study: {\n", `study.yaml:1:9: `},
	} {
		t.Run(c.name, func(t *testing.T) {
			var into config
			problems := decode("study.yaml", []byte(c.source), &into)
			require.NotEmpty(t, problems)
			if c.name == "no YAML" {
				assert.True(t, problems[0].Line, problems[0].String())
				return
			}
			assert.Equal(t, c.want, problems.Sorted().Error())
		})
	}
}

func TestDecodeSetsWhatIsInOrder(t *testing.T) {
	var into config
	problems := decode("study.yaml", []byte("study: {da: Prøve, en: Trial}\ncolour: red\nlevel: 0.9\nreport: text.md\n"), &into)
	assert.Len(t, problems, 1)
	assert.Equal(t, "Trial", into.Study.In("en"))
	assert.InDelta(t, 0.9, into.Level, 1e-15)
	assert.Equal(t, map[string]string{"": "text.md"}, into.Report)
}

// FuzzDecode holds that no study.yaml ends in a panic, neither when it is
// decoded nor when it is checked.
func FuzzDecode(f *testing.F) {
	source, err := os.ReadFile(filepath.Join(example, "study.yaml"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(source)
	for _, s := range []string{"", "a", "- a", "a: {b", "sources: {a: {from: a}}", "tables: [{}]", "level: .nan", "? [a]\n: b", "a: !!binary x", "--- a\n--- b", "variables: {a: [{}]}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, source []byte) {
		s := &Study{file: "study.yaml"}
		s.problems = decode(s.file, source, &s.config)
		s.check()
	})
}
