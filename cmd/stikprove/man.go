package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"stikprove/report/study"
	"stikprove/survey/whole"
)

// manDate stands on every page. It is no build's, so that the same commands give
// the same pages.
var manDate = time.Date(2026, time.November, 1, 0, 0, 0, 0, time.UTC)

func newMan() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "man --out DIR",
		Short: "The manual as man pages",
		Long: `Man writes a page for the program and one for each command, stikprove.1,
stikprove-table.1 and so on, into a folder that is made where it is not there.
They hold what --help says. Files of other names are left alone.

  man -l man/stikprove-table.1                reads one where it is
  stikprove man --out ~/.local/share/man/man1 puts them where man finds them
` + exitCodes,
		Example: "  stikprove man --out man",
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.NoArgs(cmd, args); err != nil {
				return err
			}
			if out == "" {
				return fmt.Errorf("want --out, the folder for the pages")
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := whole.MakeAll(out); err != nil {
				return whole.Because(out, err)
			}
			return writeMan(cmd.Root(), out)
		},
	}
	cmd.Flags().StringVar(&out, "out", "", "folder to write the pages to")
	return cmd
}

// writeMan writes the page of a command and those of its subcommands.
func writeMan(cmd *cobra.Command, dir string) error {
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			if err := writeMan(c, dir); err != nil {
				return err
			}
		}
	}
	cmd.InitDefaultHelpFlag()
	page := *cmd
	page.Long = blocks(cmd.Long)
	page.DisableAutoGenTag = true // a section that says no more than what wrote the page
	var b bytes.Buffer
	header := &doc.GenManHeader{Section: "1", Date: &manDate, Source: "stikprove " + study.Version, Manual: "Stikprøve"}
	if err := doc.GenMan(&page, header, &b); err != nil {
		return err
	}
	return whole.WriteBytes(filepath.Join(dir, strings.ReplaceAll(cmd.CommandPath(), " ", "-")+".1"), b.Bytes())
}

// blocks returns a help text as Markdown: what is indented keeps its lines and
// columns.
func blocks(text string) string {
	var b strings.Builder
	within := false
	for _, line := range strings.Split(text, "\n") {
		switch indented := strings.HasPrefix(line, "  "); {
		case indented && !within:
			b.WriteString("\n")
			within = true
		case !indented && within && line != "":
			b.WriteString("\n")
			within = false
		}
		if within && line != "" {
			line = "    " + strings.TrimPrefix(line, "  ")
		}
		b.WriteString(line + "\n")
	}
	return b.String()
}
