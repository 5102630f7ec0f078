package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A page as it is written passes, and each thing that is taken out of it is
// missed.
func TestPageIsAccessible(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, HTML(&b, sampleDocument()))
	page := strings.Replace(b.String(), "<main", `<svg role="img"><title>A</title><desc>B</desc></svg><main`, 1)
	assert.Empty(t, Inaccessible([]byte(page)))
	for name, c := range map[string]struct{ old, with, want string }{
		"language":  {`<html lang="da">`, `<html>`, "no language is set"},
		"title":     {"<title>Undersøgelse af § 56-aftaler", "<title>", "the page has no title"},
		"scope":     {`<th scope="row">`, `<th>`, "a table's heading does not say what it heads (scope)"},
		"heads":     {`scope="col`, `scope="row`, "a table has no row of headings"},
		"caption":   {"<caption", "<caption></caption><i", "a table has no title (caption)"},
		"drawing":   {`role="img"`, ``, "a drawing does not say that it is one picture (role img)"},
		"alt":       {"<desc>B</desc>", "", "a drawing has no title or no alternative text"},
		"empty alt": {"<desc>B", "<desc> ", "a drawing has no alternative text"},
		"heading":   {"<h2", "<h4>x</h4><h2", `heading "x" is of level 4 after one of level 1`},
		"picture":   {"<main", `<img src="a.png"><main`, "picture a.png has no alternative text"},
		"file name": {"<main", `<img src="a.png" alt="a.png"><main`, "picture a.png has no alternative text"},
		"id":        {"<main", `<i id="x"></i><i id="x"></i><main`, "the id x is used twice"},
		"lost":      {"<main", `<i aria-labelledby="nowhere"></i><main`, "a label leads to nowhere, which is not there"},
	} {
		t.Run(name, func(t *testing.T) {
			require.Positive(t, strings.Count(page, c.old))
			times := 1
			if name == "heads" {
				times = -1
			}
			assert.Contains(t, strings.Join(Inaccessible([]byte(strings.Replace(page, c.old, c.with, times))), "\n"), c.want)
		})
	}
}
