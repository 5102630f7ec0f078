package sheet

import (
	"bytes"
	"io"
)

// Head is how delimited text begins: what readers of their own need to read the
// rest of a file that is too large for a [Workbook].
type Head struct {
	Dialect
	Skip    int        // bytes before the first record: a byte order mark, a line that declares the separator
	Records [][]string // the first records, decoded, at most 200
}

// ReadHead guesses from the first bytes of a text how all of it is written.
// whole says that they are all of it; otherwise what follows the last line end
// is left alone. The error is a sentence.
func ReadHead(head []byte, whole bool, o Options) (*Head, error) {
	if end := bytes.LastIndexByte(head, '\n'); !whole && end >= 0 {
		end++
		if end%2 == 1 && utf16Name(head[:min(4, len(head))]) == encodingLittle {
			end++ // the other half of the line end
		}
		head = head[:min(end, len(head))]
	}
	d, _, err := openDelimited(held(head), o)
	if err != nil {
		return nil, err
	}
	h := &Head{Dialect: Dialect{Encoding: d.encoding}}
	if d.separator != oneColumn {
		h.Separator = rune(d.separator)
	}
	if bytes.HasPrefix(head, []byte(bom)) {
		h.Skip = len(bom)
	}
	if d.declared {
		h.Skip += bytes.IndexByte(head[h.Skip:], '\n') + 1
	}
	r := d.records(d.separator)
	for len(h.Records) < 200 {
		there, err := r.next()
		if err != nil || !there {
			break // a fault is met again where the text is read
		}
		record := make([]string, len(r.fields))
		for i, f := range r.fields {
			record[i] = string(f)
		}
		h.Records = append(h.Records, record)
	}
	return h, nil
}

// Decoded returns a text in one of the encodings that [Options] lists as UTF-8.
func Decoded(in io.Reader, encoding string) io.Reader { return decoder(in, encoding) }
