package render

import (
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"stikprove/report"
	"stikprove/survey/sheet"
)

// Workbook writes d's tables as an Excel workbook: contents first, then a
// sheet per table with its numbers, notes and source, and a native chart of
// the cells that are shown.
//
// Counts are whole numbers and shares fractions formatted as percentages, so
// that a reader sees 41 % and computes with all of 80/195. A hidden cell holds
// the sign for it and nothing else.
func Workbook(w io.Writer, d *report.Document) error {
	say, err := languageOf(d.Language)
	if err != nil {
		return err
	}
	b := &book{File: excelize.NewFile(), doc: d, say: say, extra: bookWordsOf(d.Language), cells: map[string]string{}}
	defer b.Close()
	if err := b.write(); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	var out bytes.Buffer
	if err := b.Write(&out); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	finished, err := sheet.Finish(out.Bytes())
	if err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	if _, err := w.Write(finished); err != nil {
		return fmt.Errorf("write workbook: %w", err)
	}
	return nil
}

// book is a document on its way to a workbook.
type book struct {
	*excelize.File
	doc    *report.Document
	say    report.Language
	extra  bookWords
	styles bookStyles
	charts int               // drawn so far
	cells  map[string]string // where each printed number stands, by its anchor, as a link has it

	intervals []interval // that charts draw
}

func (b *book) write() error {
	if err := b.SetDefaultFont(bookFace); err != nil {
		return err
	}
	var err error
	if b.styles, err = b.makeStyles(); err != nil {
		return err
	}
	if err := b.SetSheetName("Sheet1", b.say.Contents); err != nil {
		return err
	}
	for _, t := range b.doc.Tables {
		if _, err := b.NewSheet(sheetName(t)); err != nil {
			return err
		}
	}
	traced := len(b.doc.Mentions()) > 0
	if traced {
		if _, err := b.NewSheet(b.extra.Trace); err != nil {
			return err
		}
	}
	for _, t := range b.doc.Tables {
		if err := b.table(t); err != nil {
			return fmt.Errorf("table %s: %w", t.ID, err)
		}
	}
	if traced {
		if err := b.trace(); err != nil {
			return fmt.Errorf("numbers in the text: %w", err)
		}
	}
	if err := b.intervalSheet(); err != nil {
		return fmt.Errorf("intervals: %w", err)
	}
	if err := b.contents(traced); err != nil {
		return err
	}
	return b.properties()
}

// sheetName returns the name of a table's sheet: its number and id, within
// what Excel allows.
func sheetName(t *report.Table) string {
	id := strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return '-'
		}
		return r
	}, t.ID)
	name := []rune(strconv.Itoa(t.Number) + " " + id)
	return strings.TrimSpace(string(name[:min(len(name), excelize.MaxSheetNameLength)]))
}

// bookTime stands for when the workbook was made, which is in no file but the
// manifest.
const bookTime = "1980-01-01T00:00:00Z"

// properties fills in what the file says of itself. A sheet that is passed on
// alone carries the notice here.
func (b *book) properties() error {
	subject := strings.TrimSpace(b.doc.Study + " " + b.doc.Wave)
	err := b.SetDocProps(&excelize.DocProperties{
		Title: b.doc.Title, Subject: subject, Description: b.doc.Notice, Language: b.doc.Language,
		Creator: strings.TrimSpace("Stikprøve " + b.doc.Version), LastModifiedBy: "Stikprøve",
		Created: bookTime, Modified: bookTime,
	})
	if err != nil {
		return err
	}
	b.SetActiveSheet(0)
	return nil
}

// contents fills in the first sheet; traced says whether there is one of the
// numbers in the text.
func (b *book) contents(traced bool) error {
	d := b.doc
	s := b.sheet(b.say.Contents)
	s.widths(9, 60, 34, 60)
	s.put(1, 1, d.Title, b.styles.title)
	s.put(1, 2, d.Subtitle, b.styles.muted)
	row := 4
	if d.Notice != "" {
		s.block(row, 4, b.say.Notice+": "+d.Notice, b.styles.notice)
		row += 2
	}
	for k, head := range []string{b.say.Table, b.extra.Title, b.extra.Base, strings.TrimSuffix(b.say.Source, ":")} {
		s.put(k+1, row, head, b.styles.headLeft)
	}
	s.height(row, 18)
	s.freeze(0, row)
	for _, t := range d.Tables {
		row++
		s.put(1, row, t.Number, b.styles.number)
		s.link(2, row, t.Caption, sheetName(t))
		s.put(3, row, b.say.BaseOf(t.Of.Base), b.styles.cellText)
		s.put(4, row, t.Source, b.styles.cellText)
		s.height(row, 5+13*max(lines(t.Caption, 56), lines(t.Source, 56)))
	}
	last := func(name string) {
		row++
		s.put(1, row, nil, b.styles.number)
		s.link(2, row, name, name)
		s.put(3, row, nil, b.styles.cellText)
		s.put(4, row, nil, b.styles.cellText)
	}
	if traced {
		last(b.extra.Trace)
	}
	if len(b.intervals) > 0 {
		last(b.extra.Intervals)
	}
	row += 2
	if len(d.Method) > 0 {
		s.put(1, row, b.say.Method, b.styles.section)
		row++
	}
	for _, text := range d.Method {
		s.block(row, 4, text, b.styles.note)
		row++
	}
	s.put(1, row+1, strings.TrimSpace(b.say.Version+" "+d.Version), b.styles.muted)
	s.page("")
	return s.err
}
