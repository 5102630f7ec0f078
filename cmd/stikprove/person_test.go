package main

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strings"
	"sync"

	"github.com/rogpeppe/go-internal/testscript"
)

// pythonDocx returns a Python that has python-docx, a second program that writes
// Word files; empty where there is none.
var pythonDocx = sync.OnceValue(func() string {
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import docx").Run() == nil {
			return python
		}
	}
	return ""
})

// condition is true of what a script may ask for in brackets.
func condition(name string) (bool, error) {
	if name == "python-docx" {
		return pythonDocx() != "", nil
	}
	return false, fmt.Errorf("no condition %q", name)
}

// python runs a Python script with python-docx.
func python(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: python SCRIPT ...")
	}
	ts.Check(ts.Exec(pythonDocx(), args...))
}

var tableDescription = regexp.MustCompile(`<w:tblDescription [^>]*/>`)

// samedocx fails where two Word files differ in anything but what stands in
// tagged controls, the pictures, and the descriptions of tables.
func samedocx(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: samedocx BEFORE AFTER")
	}
	var both [2]map[string]string
	for i, file := range args {
		z, err := zip.OpenReader(ts.MkAbs(file))
		ts.Check(err)
		both[i] = map[string]string{}
		for _, f := range z.File {
			both[i][f.Name] = wordPart(ts, f)
			switch {
			case strings.HasPrefix(f.Name, "word/media/"):
				both[i][f.Name] = ""
			case f.Name == "word/document.xml" || f.Name == "word/footnotes.xml":
				both[i][f.Name], err = outsideControls(tableDescription.ReplaceAllString(both[i][f.Name], ""))
				ts.Check(err)
			}
		}
		ts.Check(z.Close())
	}
	if len(both[0]) != len(both[1]) {
		ts.Fatalf("%d parts, then %d", len(both[0]), len(both[1]))
	}
	for name, part := range both[0] {
		if part != both[1][name] {
			ts.Fatalf("%s is another outside the controls", name)
		}
	}
}

// outsideControls returns a part without what stands in its controls, those of
// the contents aside.
func outsideControls(part string) (string, error) {
	d := xml.NewDecoder(strings.NewReader(part))
	var out strings.Builder
	depth := 0
	for {
		from := d.InputOffset()
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		words := part[from:d.InputOffset()]
		switch token := token.(type) {
		case xml.StartElement:
			if token.Name.Local == "sdt" && (depth > 0 || !strings.HasPrefix(part[d.InputOffset():], "<w:sdtPr><w:id")) {
				depth++
			}
		case xml.EndElement:
			if token.Name.Local == "sdt" && depth > 0 {
				depth--
				continue
			}
		}
		if depth == 0 {
			out.WriteString(words)
		}
	}
}
