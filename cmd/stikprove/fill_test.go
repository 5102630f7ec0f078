package main

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// fillxlsx fills in a workbook as a person would: fillxlsx IN OUT SHEET CHANGE
// ..., where a change is
//
//	G2=Fysisk    a value in a cell; nothing after = empties it
//	G@1-2=Fysisk the same in the row whose first cell is 1-2
//	del:1-2      that row is deleted
//	dup:1-2      that row stands twice
//
// and values are in the notation of mkxlsx.
func fillxlsx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 4 {
		ts.Fatalf("usage: fillxlsx IN OUT SHEET CHANGE ...")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	row := func(id string) int {
		rows, err := f.GetRows(args[2])
		ts.Check(err)
		for i, cells := range rows {
			if len(cells) > 0 && cells[0] == id {
				return i + 1
			}
		}
		ts.Fatalf("fillxlsx: no row %s", id)
		return 0
	}
	for _, change := range args[3:] {
		if op, id, ok := strings.Cut(change, ":"); ok && op == "del" {
			ts.Check(f.RemoveRow(args[2], row(id)))
			continue
		} else if ok && op == "dup" {
			ts.Check(f.DuplicateRow(args[2], row(id)))
			continue
		}
		cell, value, ok := strings.Cut(change, "=")
		if !ok {
			ts.Fatalf("fillxlsx: got %q, want CELL=VALUE, del:ID or dup:ID", change)
		}
		if column, id, ok := strings.Cut(cell, "@"); ok {
			cell = column + strconv.Itoa(row(id))
		}
		ts.Check(f.SetCellValue(args[2], cell, fieldValue(value)))
	}
	ts.Check(f.SaveAs(ts.MkAbs(args[1])))
}
