package render

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/report"
)

func TestJSON(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, JSON(&buf, sampleDocument()))
	golden(t, "tables.json", buf.Bytes())
	assertNoSecret(t, buf.String())

	var again bytes.Buffer
	require.NoError(t, JSON(&again, sampleDocument()))
	assert.Equal(t, buf.String(), again.String())
}

func TestJSONLeavesOutWhatDoesNotApply(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, TablesJSON(&buf, []*report.Table{conditionByIndustry(1)}, "da"))
	type file struct {
		Tables []struct {
			Cells [][]map[string]any
			Tests []any
			Notes []string
		}
	}
	var f, g file
	require.NoError(t, json.Unmarshal(buf.Bytes(), &f))
	require.Len(t, f.Tables, 1)
	assert.Equal(t, map[string]any{"suppressed": true}, f.Tables[0].Cells[2][0])
	assert.NotContains(t, f.Tables[0].Cells[0][0], "suppressed")
	assert.NotNil(t, f.Tables[0].Tests)

	buf.Reset()
	require.NoError(t, TablesJSON(&buf, []*report.Table{firmSize(1)}, "da"))
	require.NoError(t, json.Unmarshal(buf.Bytes(), &g))
	assert.NotContains(t, g.Tables[0].Cells[4][0], "se", "an estimate that does not exist")
	assert.Equal(t, 195.0, g.Tables[0].Cells[4][0]["n"])
}

func TestLanguageUnknown(t *testing.T) {
	d := sampleDocument()
	d.Language = "sv"
	assert.EqualError(t, JSON(&bytes.Buffer{}, d), `no words in language "sv"; want one of da, en`)
	assert.Error(t, HTML(&bytes.Buffer{}, d))
}
