package study

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"stikprove/survey"
	"stikprove/survey/whole"
)

// printers are the programs that print a PDF, the better first: LibreOffice
// tags it after the Word file as PDF/UA asks, Chromium after the page.
var printers = []struct {
	names []string
	file  string // what it prints
	args  func(dir, file string) []string
}{
	{[]string{"soffice", "libreoffice"}, "report.docx", func(dir, file string) []string {
		return []string{
			"-env:UserInstallation=" + fileURL(filepath.Join(dir, "profile")), "--headless", "--convert-to",
			`pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"PDFUACompliance":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"},"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}`,
			"--outdir", dir, file,
		}
	}},
	{[]string{"chromium", "chromium-browser", "google-chrome", "chrome", "msedge"}, "report.html", func(dir, file string) []string {
		args := []string{"--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=" + filepath.Join(dir, "profile"), "--print-to-pdf=" + filepath.Join(dir, "report.pdf")}
		if os.Geteuid() == 0 {
			args = append(args, "--no-sandbox") // it will not start as root with one; the page is ours
		}
		return append(args, fileURL(file))
	}},
}

// mostPrinting is how long a program may take to print.
const mostPrinting = 2 * time.Minute

// printPDF prints the report with a program that is installed. The error is a
// [survey.Problem] where there is none.
func printPDF(outputs []output) (output, error) {
	for _, p := range printers {
		for _, name := range p.names {
			path, err := exec.LookPath(name)
			if err != nil {
				continue
			}
			for _, o := range outputs {
				if o.File == p.file {
					return printWith(path, p.args, o)
				}
			}
		}
	}
	return output{}, survey.Problem{File: "report.pdf", Message: "no program here can print it: install LibreOffice or Chromium so that soffice or chromium is found, or leave --pdf out and print report.html from a browser"}
}

// printWith prints one file in a folder of its own.
func printWith(program string, args func(dir, file string) []string, o output) (output, error) {
	dir, remove, err := whole.Folder("")
	if err != nil {
		return output{}, err
	}
	defer remove()
	file := filepath.Join(dir, o.File)
	if err := os.WriteFile(file, o.content, 0o600); err != nil {
		return output{}, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), mostPrinting)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args(dir, file)...)
	cmd.WaitDelay = time.Second // for programs it started
	said, err := cmd.CombinedOutput()
	pdf, missing := os.ReadFile(filepath.Join(dir, "report.pdf"))
	switch {
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return output{}, fmt.Errorf("printing report.pdf: %s took more than %s", filepath.Base(program), mostPrinting)
	case missing != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")):
		return output{}, fmt.Errorf("printing report.pdf: %s made none (%v): %s", filepath.Base(program), err, survey.Clip(strings.TrimSpace(string(said))))
	case !bytes.Contains(pdf, []byte("/StructTreeRoot")):
		return output{}, fmt.Errorf("printing report.pdf: the one that %s made is not tagged; want a newer version", filepath.Base(program))
	}
	return newOutput("report.pdf", steady(pdf)), nil
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") { // a drive
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

var (
	pdfTime = regexp.MustCompile(`D:[0-9]{14}|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}`)
	pdfDate = regexp.MustCompile(`/(?:CreationDate|ModDate) ?\(D:[0-9]{14}|<xmp:(?:CreateDate|ModifyDate|MetadataDate)>[^<]{19}`)
	pdfID   = regexp.MustCompile(`/ID ?\[ ?<[0-9A-F]{32}>\s*<[0-9A-F]{32}> ?\]\s*(?:/DocChecksum /[0-9A-F]{32})?`)
	hexRun  = regexp.MustCompile(`[0-9A-F]{32}`)
)

// steady returns a PDF without what changes from one printing to the next: when
// it was made, and the number that is made of that. Nothing is moved.
func steady(pdf []byte) []byte {
	pdf = pdfDate.ReplaceAllFunc(pdf, func(date []byte) []byte {
		return pdfTime.ReplaceAllFunc(date, func(t []byte) []byte {
			if bytes.HasPrefix(t, []byte("D:")) {
				return []byte("D:20000101000000")
			}
			return []byte("2000-01-01T00:00:00")
		})
	})
	blank := pdfID.ReplaceAllFunc(pdf, func(id []byte) []byte { return hexRun.ReplaceAll(id, bytes.Repeat([]byte("0"), 32)) })
	sum := fmt.Sprintf("%X", sha256.Sum256(blank))[:32]
	return pdfID.ReplaceAllFunc(pdf, func(id []byte) []byte { return hexRun.ReplaceAll(id, []byte(sum)) })
}
