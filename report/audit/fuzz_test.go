package audit

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// FuzzSheet holds that no delimited text breaks the reading of claims, and that
// what is read can be audited or is refused in words.
func FuzzSheet(f *testing.F) {
	f.Add("id;kind;value;of;base;count;parts;each;least\na;percentage;9 %;;84;;;;\nb;breakdown;45;x = 3; y;;;16-17;1-2;1\nc;placed;top two;a; b; a = 3; b = 2\n")
	f.Add("confirm,id,slags,værdi,af\nja,a,gange,tre gange,x = 3 %; y = 1 %\nja,b,dele,12,x = 3; y = 4\n")
	f.Add("id,kind,of\nb,bands,0-5; 5-10; over 10\nr,ranking,a = 3; b = 2\ns,same,b; r\nm,mean,0-5 = 50; over 5 = 50\n")
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, text string) {
		path := filepath.Join(dir, "claims.csv")
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		read(path)
	})
}

// FuzzWorkbook holds the same of workbooks.
func FuzzWorkbook(f *testing.F) {
	dir := f.TempDir()
	path := filepath.Join(dir, "claims.xlsx")
	claims, err := ReadReport(filepath.Join("..", "..", "testdata", "audit", "harbour.txt"), "da")
	require.NoError(f, err)
	require.NoError(f, WriteSheet(path, claims[:9], "da"))
	content, err := os.ReadFile(path)
	require.NoError(f, err)
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) {
		require.NoError(t, os.WriteFile(path, content, 0o644))
		read(path)
	})
}

func read(path string) {
	if claims, err := ReadSheet(path); err == nil {
		_, _ = Audit(claims, "en") // an error is for the reader of it; a panic fails
	}
}
