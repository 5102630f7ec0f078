package sheet

// Options say how to read a file where its bytes do not, or where a guess was
// wrong. The zero value guesses.
type Options struct {
	// Encoding of delimited text: "utf-8", "utf-16le", "utf-16be",
	// "windows-1252" or "macintosh".
	Encoding string
	// Separator of the fields of delimited text, such as ';'.
	Separator rune
	// DecimalComma says of delimited text whether its numbers have a decimal
	// comma, in every column.
	DecimalComma *bool
	// Password of an encrypted workbook.
	Password string
	// Beginning says that the first rows of a large text file are enough: what
	// lies beyond its first megabyte is not looked at.
	Beginning bool
	// Progress is told, where it is not nil, how far the reading of each sheet
	// has come, every ten thousand rows and by the goroutine that reads.
	Progress func(Progress)
}

// Dialect is how delimited text is written, as declared or guessed.
type Dialect struct {
	// Encoding is one of the names that Options lists.
	Encoding string
	// Separator stands between fields; 0 where there is one column.
	Separator rune
	// DecimalComma lists the columns, counted from 1 and rising, whose numbers
	// have a decimal comma. Cells hold the text all the same.
	DecimalComma []int
}
