package main

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"stikprove/report/render/docx"
)

// checkdocx fails where the structure of a Word file is wrong.
func checkdocx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: checkdocx FILE")
	}
	content, err := os.ReadFile(ts.MkAbs(args[0]))
	ts.Check(err)
	if faults := docx.Check(content); len(faults) > 0 {
		ts.Fatalf("%s", strings.Join(faults, "\n"))
	}
}

// unpack writes a part of a Word file or workbook to a file of its own.
func unpack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: unpack FILE PART OUT")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	for _, f := range z.File {
		if f.Name == args[1] {
			ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(wordPart(ts, f)), 0o644))
			return
		}
	}
	ts.Fatalf("%s has no part %s", args[0], args[1])
}

// editdocx replaces words of a Word file's text, as a person would.
func editdocx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 || len(args)%2 == 0 {
		ts.Fatalf("usage: editdocx FILE OLD NEW ...")
	}
	editpart(ts, "word/document.xml", 1, args)
}

// stylesdocx replaces words everywhere in a Word file's styles.
func stylesdocx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: stylesdocx FILE OLD NEW")
	}
	editpart(ts, "word/styles.xml", -1, args)
}

// editpart replaces words of a part of a Word file, each so many times.
func editpart(ts *testscript.TestScript, name string, times int, args []string) {
	path := ts.MkAbs(args[0])
	content, err := os.ReadFile(path)
	ts.Check(err)
	z, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	ts.Check(err)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		if f.Name != name {
			ts.Check(w.Copy(f))
			continue
		}
		text := wordPart(ts, f)
		for i := 1; i < len(args); i += 2 {
			if !strings.Contains(text, args[i]) {
				ts.Fatalf("%s has no %q", args[0], args[i])
			}
			text = strings.Replace(text, args[i], args[i+1], times)
		}
		part, err := w.Create(f.Name)
		ts.Check(err)
		_, err = io.WriteString(part, text)
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(path, out.Bytes(), 0o644))
}

func wordPart(ts *testscript.TestScript, f *zip.File) string {
	r, err := f.Open()
	ts.Check(err)
	defer r.Close()
	part, err := io.ReadAll(r)
	ts.Check(err)
	return string(part)
}

// dumpdocx writes the text of a Word file: a line for each paragraph with its
// style, and for each row of a table with its cells. Words in brackets are
// fields, and stand for what Word counts; [^1] is a footnote.
func dumpdocx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: dumpdocx FILE")
	}
	z, err := zip.OpenReader(ts.MkAbs(args[0]))
	ts.Check(err)
	defer z.Close()
	for _, name := range []string{"word/document.xml", "word/footnotes.xml", "word/header.xml", "word/footer.xml"} {
		for _, f := range z.File {
			if f.Name == name {
				fmt.Fprintf(ts.Stdout(), "== %s\n", name)
				ts.Check(dumpText(ts.Stdout(), wordPart(ts, f)))
			}
		}
	}
}

// dumpText writes the paragraphs and rows of a part.
func dumpText(w io.Writer, part string) error {
	d := xml.NewDecoder(strings.NewReader(part))
	var style, text string
	var row []string
	inText, inCode := false, false
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			val := ""
			for _, a := range token.Attr {
				if a.Name.Local == "val" || a.Name.Local == "descr" || a.Name.Local == "id" && token.Name.Local == "footnoteReference" {
					val = a.Value
				}
			}
			switch token.Name.Local {
			case "tr":
				row = []string{}
			case "p":
				style, text = "", ""
			case "pStyle":
				style = val
			case "t":
				inText = true
			case "instrText":
				inCode = true
			case "tab":
				if len(token.Attr) == 0 {
					text += "\t"
				}
			case "footnoteReference":
				text += "[^" + val + "]"
			case "docPr":
				text += "(" + val + ")"
			}
		case xml.CharData:
			if inText {
				text += strings.ReplaceAll(string(token), "\u00a0", " ")
			}
			if inCode {
				text += "[" + strings.TrimSpace(string(token)) + "]"
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "t", "instrText":
				inText, inCode = false, false
			case "p":
				if row != nil {
					row = append(row, text)
				} else if text != "" {
					fmt.Fprintf(w, "%s: %s\n", style, text)
				}
			case "tr":
				fmt.Fprintf(w, "| %s\n", strings.TrimRight(strings.Join(row, " | "), " "))
				row = nil
			}
		}
	}
}
