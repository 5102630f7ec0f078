package sheet

// progressRows is how many rows are passed between two reports of progress.
const progressRows = 10_000

// Progress is how far the reading of a sheet has come.
type Progress struct {
	File  string // base name
	Sheet string // empty for delimited text
	Rows  int    // rows with cells that were passed so far
	// Fraction is the part of the sheet that was read, in (0, 1]; 0 where it is
	// not known, as of .ods and delimited text.
	Fraction float64
}

// told returns f, told about by w's Options.Progress every progressRows rows.
func (w *Workbook) told(s sheetEntry, f func(Row) error) func(Row) error {
	if w.progress == nil {
		return f
	}
	p := Progress{File: w.file, Sheet: s.name}
	return func(r Row) error {
		if p.Rows++; p.Rows%progressRows == 0 {
			p.Fraction = r.fraction
			w.progress(p)
		}
		return f(r)
	}
}
