package register

import "bytes"

// after returns what follows a row of which the fields needed have been read,
// up to the separator at at, and in whose other fields are quotes.
func (r *reader) after(text []byte, at int) []byte {
	end, lines := rowEnd(text, at+1, r.separator)
	r.at.line += lines
	return text[min(end+1, len(text)):]
}

// rowEnd returns where the row ends of which a field begins at at: at its line
// break, or at the end of text; and how many line breaks stand within quotes
// before. A field in quotes may run over several lines where its last quote
// ends the field; else its first line is all of the row.
func rowEnd(text []byte, at int, separator byte) (end, lines int) {
	for at < len(text) {
		if text[at] == '"' {
			if closed := closing(text, at+1, separator); closed >= 0 {
				lines += bytes.Count(text[at:closed], []byte{'\n'})
				at = closed
			}
		}
		for at < len(text) && text[at] != separator && text[at] != '\n' {
			at++
		}
		if at == len(text) || text[at] == '\n' {
			return at, lines
		}
		at++
	}
	return at, lines
}

// closing returns where the quotes end that a field opens before at: behind the
// quote that closes them, which ends the field where they run over several
// lines. -1 where there is none in a row of longestLine at most.
func closing(text []byte, at int, separator byte) int {
	text = text[:min(len(text), at+longestLine)]
	several := false
	for at < len(text) {
		i := bytes.IndexByte(text[at:], '"')
		if i < 0 {
			return -1
		}
		several = several || bytes.IndexByte(text[at:at+i], '\n') >= 0
		at += i + 1
		if at < len(text) && text[at] == '"' {
			at++
			continue
		}
		if several && at < len(text) && text[at] != separator && text[at] != '\n' && text[at] != '\r' {
			return -1
		}
		return at
	}
	return -1
}

// whole returns the length of the rows of text that are whole, which begins
// with one. Where the quotes come in pairs no row is cut by the last line break;
// else the rows are walked, and the last longestLine of text left for the next
// block.
func (b *blocks) whole(text []byte) int {
	end := bytes.LastIndexByte(text, '\n') + 1
	if bytes.Count(text[:end], []byte{'"'})%2 == 0 {
		return end
	}
	at := 0
	for at < len(text)-longestLine {
		next, _ := rowEnd(text, at, b.quote)
		if next == len(text) {
			break
		}
		at = next + 1
	}
	return at
}
