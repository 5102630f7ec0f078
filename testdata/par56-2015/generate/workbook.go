package main

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

// stamp is the time every workbook says it was made at, so that two runs give
// the same bytes.
var stamp = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// mark stands in the properties of every workbook.
var mark = "REKONSTRUERET: ikke undersøgelsens rigtige data, som aldrig er offentliggjort. " +
	"Tallene passer med dem, undersøgelsen offentliggjorde; alt andet er opdigtet (frø 56). Se README.md. " +
	"RECONSTRUCTED: not the study's real microdata, which were never published. " +
	"The figures agree with those the study published; all else is invented (seed 56). See README.md."

// What the properties say beside it.
var (
	subject  = "Rekonstrueret / reconstructed"
	keywords = "rekonstrueret; reconstructed; § 56; 2015"
	category = "rekonstrueret"
)

// sheet is a sheet to be written: rows of cells, nil or "" for an empty one.
type sheet struct {
	name    string
	heading bool // the first row is a header: bold, and it stays in sight
	widths  []float64
	rows    [][]any
}

func (s *sheet) add(cells ...any) { s.rows = append(s.rows, cells) }

// writeWorkbook writes sheets to the file at path.
func writeWorkbook(path, title string, sheets []sheet) error {
	f := excelize.NewFile()
	defer f.Close()
	for i, s := range sheets {
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.name)
		} else {
			_, err = f.NewSheet(s.name)
		}
		if err != nil {
			return err
		}
		if err := writeSheet(f, s); err != nil {
			return fmt.Errorf("%s: sheet %s: %w", path, s.name, err)
		}
	}
	at := stamp.Format(time.RFC3339)
	err := f.SetDocProps(&excelize.DocProperties{Title: title, Subject: subject, Description: mark,
		Keywords: keywords, Category: category, Creator: "Stikprøve",
		LastModifiedBy: "Stikprøve", Created: at, Modified: at, Language: "da-DK", Revision: "1"})
	if err != nil {
		return err
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		return err
	}
	return writeArchive(path, buf.Bytes())
}

func writeSheet(f *excelize.File, s sheet) error {
	format := "dd-mm-yyyy"
	dates, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	widest := 0
	for y, row := range s.rows {
		widest = max(widest, len(row))
		for x, value := range row {
			if value == nil || value == "" {
				continue // an absent cell is what a blank looks like on file
			}
			cell, err := excelize.CoordinatesToCellName(x+1, y+1)
			if err != nil {
				return err
			}
			if day, ok := value.(day); ok {
				if err := f.SetCellStyle(s.name, cell, cell, dates); err != nil {
					return err
				}
				value = day.serial()
			}
			if err := f.SetCellValue(s.name, cell, value); err != nil {
				return err
			}
		}
	}
	// Without this the sheet claims to be A1 alone, and some readers believe it.
	corner, err := excelize.CoordinatesToCellName(widest, len(s.rows))
	if err != nil {
		return err
	}
	if err := f.SetSheetDimension(s.name, "A1:"+corner); err != nil {
		return err
	}
	return layout(f, s, widest)
}

// layout sets column widths and, where there is a header, keeps it in sight.
func layout(f *excelize.File, s sheet, columns int) error {
	for i, width := range s.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		if err != nil {
			return err
		}
		if err := f.SetColWidth(s.name, name, name, width); err != nil {
			return err
		}
	}
	if !s.heading {
		return nil
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Family: "Calibri", Size: 11}})
	if err != nil {
		return err
	}
	last, err := excelize.CoordinatesToCellName(columns, 1)
	if err != nil {
		return err
	}
	if err := f.SetCellStyle(s.name, "A1", last, bold); err != nil {
		return err
	}
	return f.SetPanes(s.name, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

// day is a calendar day, written as a true date cell.
type day struct{ time.Time }

// serial is the day as Excel counts: 1 is 1 January 1900, and 29 February 1900
// is counted though it never was.
func (d day) serial() int {
	return int(d.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
}
