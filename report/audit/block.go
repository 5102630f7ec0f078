package audit

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"stikprove/survey"
)

// blockKind is what a piece of a report is.
type blockKind int

const (
	paragraph blockKind = iota
	heading
	caption
	note
	table
)

// block is one paragraph or table of a report that somebody wrote.
type block struct {
	kind  blockKind
	text  string     // on one line
	rows  [][]string // of a table
	place string     // line or paragraph, with the heading it is under
	under string     // that heading
}

var (
	captionForm = regexp.MustCompile(`^(?i:(tabel|table|figur|figure))\s+(\d{1,3}(?:\.\d{1,3})*[a-z]?)(?:\s*[.:]\s*(.*)|\s+(\p{Lu}.*)|)$`)
	noteForm    = regexp.MustCompile(`^(?i:anm\.?|anm\.?:|anmærkning|note|noter|kilde|source|sources)\s*[.:]`)
)

// reports are the endings of files that claims are drawn from.
var reports = map[string]func([]byte) ([]block, error){".md": readMarkdown, ".markdown": readMarkdown, ".txt": readText, ".docx": readDOCX}

// saved says how reports in other forms become ones that claims are drawn from.
var saved = map[string]string{
	".pdf":  "claims are not drawn from PDF; save it as text (pdftotext -layout FILE.pdf) and audit the .txt",
	".doc":  "claims are not drawn from .doc; save it as .docx in Word or LibreOffice",
	".odt":  "claims are not drawn from .odt; save it as .docx in LibreOffice",
	".rtf":  "claims are not drawn from .rtf; save it as .docx in Word or LibreOffice",
	".html": "claims are not drawn from HTML; open it in Word or LibreOffice and save it as .docx",
	".htm":  "claims are not drawn from HTML; open it in Word or LibreOffice and save it as .docx",
}

// IsReport reports whether the file is a report, not a list of claims, by its
// name.
func IsReport(path string) bool {
	e := strings.ToLower(filepath.Ext(path))
	return reports[e] != nil || saved[e] != ""
}

// largest is the size of a report that is read, in bytes; unpacked, too.
const largest = 64 << 20

// ReadReport draws claims from a report in Markdown, Word (.docx) or plain
// text. They are drawn with care rather than in full: each is marked Drawn, and
// somebody must confirm them before more is built on them. They are described
// in language, da or en, as far as the words are not the report's. The error is a
// [survey.Problem] where the file cannot be read.
func ReadReport(path, language string) ([]*Claim, error) {
	file := filepath.Base(path)
	ending := strings.ToLower(filepath.Ext(path))
	read := reports[ending]
	s, err := os.Stat(path)
	switch {
	case os.IsNotExist(err):
		return nil, survey.Problem{File: path, Message: "no such file"}
	case err != nil:
		return nil, err
	case s.IsDir():
		return nil, survey.Problem{File: file, Message: "is a folder, want a report"}
	case saved[ending] != "":
		return nil, survey.Problem{File: file, Message: saved[ending]}
	case read == nil:
		return nil, survey.Problem{File: file, Message: "want a report in Markdown (.md), Word (.docx) or plain text (.txt)"}
	case s.Size() > largest:
		return nil, survey.Problem{File: file, Message: fmt.Sprintf("is %d MB, want at most %d", s.Size()>>20, largest>>20)}
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	blocks, err := read(content)
	if err != nil {
		return nil, survey.Problem{File: file, Message: err.Error()}
	}
	claims := draw(blocks, language)
	for _, c := range claims {
		c.At, c.Drawn = survey.Problem{File: file}, true
	}
	if len(claims) == 0 {
		return nil, survey.Problem{File: file, Message: "no numbers found to check"}
	}
	return claims, nil
}

// put adds a paragraph as what it is, under the last heading.
func put(blocks []block, kind blockKind, text, at string) []block {
	text = strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
	if text == "" {
		return blocks
	}
	if kind == paragraph {
		switch {
		case captionForm.MatchString(text) && len(text) < 300:
			kind = caption
		case noteForm.MatchString(text):
			kind = note
		}
	}
	return appended(blocks, block{kind: kind, text: text}, at)
}

// appended adds a block, placed by the heading it is under.
func appended(blocks []block, b block, at string) []block {
	b.place = at
	if n := len(blocks); n > 0 {
		b.under = blocks[n-1].under
		if blocks[n-1].kind == heading {
			b.under = survey.Clip(blocks[n-1].text)
		}
	}
	if b.under != "" {
		b.place = b.under + ", " + at
	}
	return append(blocks, b)
}
