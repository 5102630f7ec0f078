package study

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzClaims holds that no YAML breaks the reading of claims or their audit.
func FuzzClaims(f *testing.F) {
	f.Add("claims:\n  - {id: a, kind: percentage, value: 9 %, base: \"84\"}\n  - {confirm: ja, id: b, kind: union, value: 30 %, of: [a = 1 %, b = 2 %]}\n")
	f.Add("report: x\nclaims:\n  - id: t\n    kind: times\n    value: three times\n    of: [a = 3, b = 1]\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(dir, "claims.yaml")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		_, _ = AuditFile(path, AuditOptions{Language: "en"}, nil) // an error is words; a panic fails
	})
}
