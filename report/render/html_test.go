package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
)

var update = flag.Bool("update", false, "rewrite expected output in testdata")

// golden compares got with a file of testdata, or rewrites it.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll("testdata", 0o777))
		require.NoError(t, os.WriteFile(path, got, 0o666))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, string(want), string(got))
}

func TestHTML(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, HTML(&buf, sampleDocument()))
	golden(t, "report.html", buf.Bytes())

	var again bytes.Buffer
	require.NoError(t, HTML(&again, sampleDocument()))
	assert.Equal(t, buf.String(), again.String())
}

// A page that asks something of the network would tell someone who reads it,
// and be incomplete without.
func TestHTMLAsksNothingOfTheNetwork(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, HTML(&buf, sampleDocument()))
	page := buf.String()
	for _, s := range []string{"src=", "@import", "url(", "<link", "javascript:"} {
		assert.NotContains(t, page, s)
	}
	assert.Equal(t, 1, strings.Count(page, "https://"), "only the report's own link out")
}

func TestHTMLHidesWhatIsHidden(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, HTML(&buf, sampleDocument()))
	assertNoSecret(t, buf.String())
}

func assertNoSecret(t *testing.T, s string) {
	t.Helper()
	for _, secret := range []string{"8675309", "867530", "0.8675", "0,8675", "86.75", "86,75"} {
		assert.NotContains(t, s, secret)
	}
}

func TestHTMLLinksLeadSomewhere(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, HTML(&buf, sampleDocument()))
	page := buf.String()
	ids := map[string]int{}
	for _, part := range strings.Split(page, ` id="`)[1:] {
		ids[part[:strings.Index(part, `"`)]]++
	}
	for id, n := range ids {
		assert.Equal(t, 1, n, "id %s", id)
	}
	for _, part := range strings.Split(page, `href="#`)[1:] {
		assert.Contains(t, ids, part[:strings.Index(part, `"`)])
	}
}

func BenchmarkHTML(b *testing.B) {
	d := longDocument()
	for b.Loop() {
		var buf bytes.Buffer
		if err := HTML(&buf, d); err != nil {
			b.Fatal(err)
		}
	}
}

// longDocument has twenty tables.
func longDocument() *report.Document {
	d := sampleDocument()
	d.Tables, d.Blocks = nil, d.Blocks[:4]
	for i := range 10 {
		for _, t := range []*report.Table{firmSize(2*i + 1), conditionByIndustry(2*i + 2)} {
			d.Tables = append(d.Tables, t)
			d.Blocks = append(d.Blocks, t)
		}
	}
	return d
}
