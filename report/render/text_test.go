package render

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestText(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, Text(&buf, firmSize(1), "da", 60))
	buf.WriteString("\n")
	require.NoError(t, Text(&buf, conditionByIndustry(2), "da", 0))
	golden(t, "tables.txt", buf.Bytes())
	assertNoSecret(t, buf.String())
}

func TestCSV(t *testing.T) {
	var buf bytes.Buffer
	require.NoError(t, CSV(&buf, conditionByIndustry(2)))
	golden(t, "table.csv", buf.Bytes())
	assertNoSecret(t, buf.String())
}
