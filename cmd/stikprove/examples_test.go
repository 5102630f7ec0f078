package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// TestExamples runs every example of every command's help, in the order of the
// help, in a folder with the files that they name. Each ends with 0. What help
// says of exit codes stands in all of them.
func TestExamples(t *testing.T) {
	testdata, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
	require.NoError(t, err)
	schools := readFile(t, filepath.Join("..", "..", "testdata", "reference", "data", "apiclus2.csv"))
	t.Chdir(readmeRoot(t))
	for _, name := range []string{"coding", "audit"} {
		require.NoError(t, os.CopyFS(filepath.Join("testdata", name), os.DirFS(filepath.Join(testdata, name))))
	}
	for _, wave := range []string{"par56-2015", "par56-2026"} {
		require.NoError(t, os.CopyFS(wave, os.DirFS(filepath.Join("testdata", "par56-2015"))))
	}
	var stdout, stderr bytes.Buffer
	require.Equal(t, exitDone, run([]string{"report", "par56-2015", "--out", "out"}, &stdout, &stderr), stderr.String())
	require.NoError(t, os.Rename(filepath.Join("out", "report.docx"), "rapport.docx"))
	shown := 0
	for _, cmd := range commandsBelow(newRoot()) {
		writeExampleFiles(t, schools)
		if cmd.Name() == "new" { // which puts a study over nothing
			require.NoError(t, os.RemoveAll("par56-2026"))
		}
		if cmd.Name() == "form" { // the cases drawn in each jobcentre
			list := []string{"draw", "listed.csv", "--psu", "jobcentre", "--take", "3", "--seed", "7", "--out", "drawn", "--replace"}
			require.Equal(t, exitDone, run(list, &stdout, &stderr), stderr.String())
		}
		assert.Contains(t, cmd.Long, exitCodes, cmd.CommandPath())
		assert.NotEmpty(t, cmd.Example, cmd.CommandPath())
		for _, line := range strings.Split(cmd.Example, "\n") {
			line, _, _ = strings.Cut(line, " > ")
			args := shellWords(line)
			if strings.Contains(line, "postgres://") {
				continue // wants a server
			}
			if assert.Equal(t, "stikprove", args[0], line) {
				var stdout, stderr bytes.Buffer
				assert.Equal(t, exitDone, run(args[1:], &stdout, &stderr), "%s\n%s", line, &stderr)
				shown++
			}
		}
	}
	assert.Greater(t, shown, 50)
}

// commandsBelow returns a command and all below it that people see.
func commandsBelow(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			all = append(all, commandsBelow(c)...)
		}
	}
	return all
}

// shellWords splits a line as a shell does: what stands in quotes is one word.
func shellWords(line string) []string {
	var words []string
	var quote rune
	begun := false
	for _, r := range strings.TrimSpace(line) {
		switch {
		case quote == r:
			quote = 0
		case quote == 0 && (r == '"' || r == '\''):
			quote, begun = r, true
			words = append(words, "")
		case quote == 0 && r == ' ':
			begun = false
		default:
			if !begun {
				words, begun = append(words, ""), true
			}
			words[len(words)-1] += string(r)
		}
	}
	return words
}

// writeExampleFiles writes the files that examples name, into the folder the
// test is in. They are invented but for schools.csv, which is R survey's
// apiclus2 with more columns, without the schools whose enroll is unknown.
func writeExampleFiles(t *testing.T, schools string) {
	t.Helper()
	lines := slices.DeleteFunc(strings.Split(strings.TrimSpace(schools), "\n"), func(line string) bool { return strings.Contains(line, ",,") })
	lines[0] += ",fpc,size,rep1,rep2,rep3"
	for i := range lines[1:] {
		lines[i+1] += ",757," + pick(i, "small", "large") + "," + pick(i, "0,50,50", "50,0,50", "50,50,0")
	}
	files := map[string]string{
		"schools.csv": strings.Join(lines, "\n"),
		// 6194 schools, by R survey's apistrat.
		"margins.csv": "variable,category,count\nstype,E,4421\nstype,H,755\nstype,M,1018\n",
		"types.csv":   "variable,category,count\nstype,E,4421\nstype,H,755\nstype,M,1018\n",
		"sizes.csv":   "variable,category,count\nsize,small,3100\nsize,large,3094\n",
		"cells.csv":   "stype,count\nE,4421\nH,755\nM,1018\n",
		"enroll.csv":  "variable,category,count\nenroll,,3811472\n",

		"cases.csv": rows(60, "jobcentre,jobcentres,agreements,region,condition,changes,industry,size,refunds,year,age,days", func(i int) string {
			return fmt.Sprintf("j%d,92,%d,%s,%s,%s,%s,%s,%d,%d,%d,%d", i/3, 40+i/3, pick(i/15, "North", "South"),
				pick(i*i, "physical", "psychological", "other", "physical"), pick(i, "yes", "no"), pick(i/2, "trade", "building", "health"),
				pick(i/7, "small", "large"), i%9, 2014+i%2, 20+i*7%45, i*11%60)
		}),
		"waves.csv": rows(80, "jobcentre,year,condition", func(i int) string {
			return fmt.Sprintf("j%d,%d,%s", i/4, 2014+i%2, pick(i*i/3, "physical", "psychological", "other"))
		}),
		"precincts.csv": rows(12, "votes,p", func(i int) string { return fmt.Sprintf("%d,0.%d", 200+i*61%90, 2+i%5) }),
		"offices.csv": rows(24, "office,region,agreements,consultants", func(i int) string {
			return fmt.Sprintf("o%d,%s,%d,%d", i, pick(i, "North", "South", "West"), 20+i*7%50, 1+i%5)
		}),
		"answered.csv": rows(20, "agreements,municipalities,recipients", func(i int) string {
			return fmt.Sprintf("%d,98,%d", 100+i*13%80, 2000+i*331%1500)
		}),
		"asked.csv": rows(60, "pw,answer,region,size", func(i int) string {
			return fmt.Sprintf("10,%s,%s,%s", pick(i, "yes", "yes", ""), pick(i/5, "North", "South"), pick(i/3, "small", "large"))
		}),
		"contacts.csv": rows(40, "outcome,code,region,w", func(i int) string {
			return fmt.Sprintf("%s,%s,%s,2", pick(i, "1.1", "2.1", "2.2", "1.1"), pick(i, "11", "12", "20", "30", "11"), pick(i/8, "North", "South"))
		}),
		"listed.csv": rows(12, "jobcentre,case", func(i int) string { return pick(i/6, "Albertslund", "Ballerup") + fmt.Sprintf(",S%d", i) }),
		"export.csv": rows(30, "id,region,days", func(i int) string { return fmt.Sprintf("%d,%s,%d", i+1, pick(i, "North", "South"), i*7%30) }),
		"frame.csv": rows(60, "office,region,cases", func(i int) string {
			return fmt.Sprintf("o%d,%s,%d", i, pick(i, "North", "South", "West"), 20+i*37%80)
		}),
		"answers.csv": rows(60, "office,days", func(i int) string {
			if i*i%5 > 1 {
				return ""
			}
			return fmt.Sprintf("o%d,%d", i, i*7%30)
		}),
	}
	for name, content := range files {
		require.NoError(t, os.WriteFile(name, []byte(content), 0o644))
	}
	// As Google Forms writes them, with several answers in a cell.
	writeBook(t, "answers.xlsx", "Form Responses 1", rows(90, "Timestamp,jobcentre,agreements,measures,lidelse", func(i int) string {
		if i%3 == 0 {
			return ""
		}
		return fmt.Sprintf("2015-03-%02d 10:20:30,Jobcenter %d,%d,%s,%s", 1+i%28, i, 10+i*3%20, pick(i, "Kontakt til læge;Virksomhedsbesøg", "Virksomhedsbesøg", "Kontakt til læge;Rådgivning", "Rådgivning;Virksomhedsbesøg"), pick(i, "Ryglidelse", "Stress", "Knæ"))
	}))
	writeBook(t, "frame.xlsx", "Frame", rows(90, "jobcentre,region,size", func(i int) string {
		return fmt.Sprintf("Jobcenter %d,%s,%s", i, pick(i/2, "North", "South"), pick(i/4, "small", "large"))
	}))
	for i, name := range []string{"koder-a.xlsx", "koder-b.xlsx"} {
		if _, err := os.Stat(name); err == nil {
			continue
		}
		var stdout, stderr bytes.Buffer
		require.Equal(t, exitDone, run([]string{"review", filepath.Join("testdata", "par56-2015"), "--all", "--out", name}, &stdout, &stderr), stderr.String())
		decide(t, name, 0)
		decide(t, name, 1+i)
	}
}

// rows returns delimited text with n rows; those that are empty are left out.
func rows(n int, heading string, row func(i int) string) string {
	lines := []string{heading}
	for i := range n {
		if r := row(i); r != "" {
			lines = append(lines, r)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}

func pick(i int, from ...string) string { return from[i%len(from)] }

// writeBook writes delimited text as the only sheet of a workbook. A semicolon
// stands for a comma.
func writeBook(t *testing.T, name, sheet, text string) {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	require.NoError(t, f.SetSheetName("Sheet1", sheet))
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		var cells []any
		for _, c := range strings.Split(line, ",") {
			if n, err := strconv.Atoi(c); err == nil {
				cells = append(cells, n)
				continue
			}
			cells = append(cells, strings.ReplaceAll(c, ";", ", "))
		}
		require.NoError(t, f.SetSheetRow(sheet, fmt.Sprintf("A%d", i+1), &cells))
	}
	require.NoError(t, f.SaveAs(name))
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	content, err := os.ReadFile(path)
	require.NoError(t, err)
	return string(content)
}
