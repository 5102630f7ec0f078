package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// allowed says which packages of ours each package may import. A package that
// is missing fails the test, so that adding one is a decision. survey is the
// ground everything stands on; coding and sample never meet; only report/study
// knows every stage.
var allowed = map[string]string{
	"cmd/stikprove":       "survey survey/whole report report/render report/render/docx report/study",
	"survey":              "",
	"survey/whole":        "",
	"survey/sheet":        "survey survey/whole",
	"survey/form":         "survey survey/sheet",
	"survey/platform":     "survey survey/sheet survey/form",
	"coding":              "survey coding/danish coding/english coding/language",
	"coding/danish":       "coding/language",
	"coding/english":      "coding/language",
	"coding/language":     "",
	"coding/review":       "coding survey survey/sheet survey/whole",
	"sample":              "survey",
	"sample/estimate":     "sample",
	"sample/association":  "sample sample/estimate",
	"sample/crosstab":     "sample sample/association sample/estimate survey",
	"sample/disclosure":   "sample/crosstab survey",
	"sample/draw":         "sample/plan survey",
	"sample/plan":         "survey",
	"sample/register":     "sample/crosstab sample/disclosure survey survey/sheet",
	"sample/response":     "sample sample/estimate sample/weight survey",
	"sample/weight":       "sample survey",
	"report":              "report/figure sample/association sample/crosstab survey",
	"report/audit":        "sample/crosstab survey survey/sheet",
	"report/figure":       "sample/crosstab survey",
	"report/render":       "report report/figure report/render/chart sample/association sample/crosstab survey survey/sheet",
	"report/render/chart": "report report/figure",
	"report/render/docx":  "report report/render/chart sample/crosstab survey",
	"report/study": "survey survey/whole survey/sheet survey/form survey/platform coding coding/review sample sample/association sample/estimate sample/crosstab sample/disclosure sample/draw sample/plan sample/register sample/response sample/weight " +
		"report report/audit report/figure report/render report/render/docx",
}

// homes says which packages may import a library. One that is not listed is
// used by tests only.
var homes = map[string]string{
	"github.com/xuri/excelize/v2":      "survey/sheet report/render",
	"gonum.org/v1/gonum":               "sample sample/estimate sample/association sample/crosstab sample/disclosure sample/plan sample/register sample/response sample/weight coding",
	"gonum.org/v1/plot":                "report/figure",
	"github.com/jackc/pgx/v5":          "sample/register",
	"codeberg.org/go-fonts/liberation": "report/figure",
	"golang.org/x/image":               "report/figure",
	"github.com/goccy/go-yaml":         "report/study",
	"github.com/rogpeppe/go-internal":  "survey/whole",
	"github.com/yuin/goldmark":         "report",
	"github.com/spf13/cobra":           "cmd/stikprove",
	"github.com/spf13/pflag":           "cmd/stikprove",
	"golang.org/x/term":                "cmd/stikprove",
	"golang.org/x/text":                "survey survey/sheet survey/form survey/platform coding sample/crosstab report report/figure report/render",
	"github.com/jedib0t/go-pretty/v6":  "report/render",
}

func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	seen, imported := map[string]bool{}, map[string]bool{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || strings.HasPrefix(d.Name(), ".") && path != root) {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		relative, err := filepath.Rel(root, filepath.Dir(path))
		require.NoError(t, err)
		pkg := filepath.ToSlash(relative)
		seen[pkg] = true
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		require.NoError(t, err)
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			require.NoError(t, err)
			checkImport(t, pkg, name)
			imported[pkg+" "+name] = true
		}
		return nil
	})
	require.NoError(t, err)
	assert.Equal(t, slices.Sorted(maps.Keys(allowed)), slices.Sorted(maps.Keys(seen)), "packages, and those that may import")
	for pkg, list := range allowed {
		for _, ours := range strings.Fields(list) {
			assert.True(t, imported[pkg+" stikprove/"+ours], "%s may import %s and does not", pkg, ours)
		}
	}
}

func checkImport(t *testing.T, pkg, name string) {
	t.Helper()
	if ours, ok := strings.CutPrefix(name, "stikprove/"); ok {
		assert.Contains(t, strings.Fields(allowed[pkg]), ours, "%s imports %s", pkg, ours)
		return
	}
	if !strings.Contains(strings.Split(name, "/")[0], ".") {
		return // the standard library
	}
	for library, home := range homes {
		if name == library || strings.HasPrefix(name, library+"/") {
			assert.Contains(t, strings.Fields(home), pkg, "%s imports %s", pkg, name)
			return
		}
	}
	assert.Fail(t, "no home for the library", "%s imports %s", pkg, name)
}
