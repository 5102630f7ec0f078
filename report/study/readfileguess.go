package study

import (
	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// recognise tells which platform wrote the workbooks.
func recognise(workbooks []*sheet.Workbook, sheetName string) (*platform.Layout, error) {
	return platform.Recognise(workbooks[0], sheetName)
}

// guesses returns what was decided about a file, a sentence each.
func guesses(*platform.Layout) []string { return nil }

// decisions returns every decision taken about a file.
func decisions(l *platform.Layout) any { return *l }
