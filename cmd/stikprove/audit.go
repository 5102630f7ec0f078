package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type auditOptions struct {
	claims, against, format, language string
}

func newAudit() *cobra.Command {
	var o auditOptions
	cmd := &cobra.Command{
		Use:   "audit FILE",
		Short: "Check the figures that a report has published",
		Long:  auditLong() + exitCodes,
		Example: `  stikprove audit testdata/audit/par56-2015.yaml --language en
  stikprove audit rapport.docx --claims claims.xlsx
  stikprove audit testdata/audit/par56-2015.yaml --against testdata/par56-2015`,
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runAudit(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.claims, "claims", "", "write the claims to this file, .xlsx or .yaml, to be confirmed")
	f.StringVar(&o.against, "against", "", "a STUDY whose own tables the claims are compared with")
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.language, "language", "da", "of the findings: da or en")
	return cmd
}

// auditLong explains the sheet of claims, each kind from the library's list.
func auditLong() string {
	var b strings.Builder
	b.WriteString(`Audit checks published figures against each other: shares that no count gives, sums
that do not add up, the same fact told twice, fraction words, bands, rankings,
breakdowns, rounding notes, small counts. Each finding has a place, what is
printed, what would be consistent, and how sure: impossible, unlikely or a
question. A finding is no problem of the input: the exit code is 0.

FILE is a list of claims (.xlsx, .ods, .csv, .yaml) or a report (.md, .docx,
.txt), from which claims are drawn; --claims writes them to be confirmed.

A list has one claim a row under these headings, in English or in Danish;
id and kind must be there:

`)
	for _, c := range study.ClaimColumns() {
		fmt.Fprintf(&b, "  %-16s %s\n", c[0], c[1])
	}
	b.WriteString("\nKinds of claim, what each needs, and what is checked:\n\n")
	for _, k := range study.ClaimKinds() {
		fmt.Fprintf(&b, "  %-11s %s\n", k[0], k[1])
	}
	return b.String()
}

func runAudit(cmd *cobra.Command, args []string, o auditOptions) error {
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	switch strings.ToLower(filepath.Ext(o.claims)) {
	case "", ".xlsx", ".yaml", ".yml":
	default:
		return usageError{fmt.Errorf("--claims %s: want a name that ends in .xlsx or .yaml", o.claims)}
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	r, err := study.AuditFile(args[0], study.AuditOptions{Against: o.against, Claims: o.claims, Language: o.language}, line.say)
	line.clear()
	if err != nil {
		return err
	}
	if o.claims != "" {
		fmt.Fprintf(cmd.ErrOrStderr(), "wrote %s\n", o.claims)
	}
	if o.format == "json" {
		return r.JSON(cmd.OutOrStdout())
	}
	return r.Print(cmd.OutOrStdout(), o.language)
}
