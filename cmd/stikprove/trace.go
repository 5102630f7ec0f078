package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type traceOptions struct {
	row, language, format string
	texts                 bool
}

func newTrace() *cobra.Command {
	var o traceOptions
	cmd := &cobra.Command{
		Use:   "trace STUDY NUMBER | trace STUDY --row ID",
		Short: "From a printed number to its cell and rows, or from a row to its numbers",
		Long: `Trace leads from a number of the report to where it comes from: table and cell,
filter, base, weights and design, the estimate unrounded with its error and
interval, everywhere it is printed, and the rows behind it with the cells they
were read from.

NUMBER is table/row/column/what, where the column may be left out of a table
that has one or a column of everybody, and what is one of pct, n, ci, words,
total, mean, N, eligible, answered and psus, pct where it is left out; or the
address of a cell in report.html, t-condition-physical-pct; or the number as it
is printed, "39 %", of which every place in text, figures and tables is listed.

--row lists every number that rests on a respondent or a case: counted in it, or
in the base it is a share of.

Of a hidden number trace says that it is hidden and nothing else, and --row
passes over it. What respondents wrote about conditions is not printed but with
--texts.

With --format json a number is {"ref", "printed", "table", "number", "title",
"row": {"id", "label"}, "column", "what", "hidden", "why", "sample", "filter",
"base", "source", "weights", "design", "numbers": {"n", "base", "weighted",
"estimate", "se", "low", "high", "level"}, "places": [{"kind", "file", "line",
"section", "label", "anchor", "ref", "printed"}], "units": [{"id", "counted",
"weight", "cells": [{"file", "sheet", "cell", "variable"}], "texts"}], "note"};
a printed number is a list of places; a row is {"id", "units": [{"sample", "id",
"file", "sheet", "row"}], "numbers": [{"unit", "counted", and a place's}]}. What
does not apply is left out.
` + exitCodes,
		Example: `  stikprove trace testdata/par56-2015 condition/physical/pct
  stikprove trace testdata/par56-2015 "39 %"
  stikprove trace testdata/par56-2015 --row 1017-2`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if o.row != "" {
				return cobra.ExactArgs(1)(cmd, args)
			}
			return cobra.ExactArgs(2)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runTrace(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.row, "row", "", "in place of NUMBER: the id of a respondent or case")
	f.StringVar(&o.format, "format", "text", "text or json")
	f.StringVar(&o.language, "language", "", "da or en (default the study's own)")
	f.BoolVar(&o.texts, "texts", false, "print what respondents wrote about conditions; health data")
	return cmd
}

func runTrace(cmd *cobra.Command, args []string, o traceOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if err := checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if o.row != "" && o.texts {
		return usageError{errors.New("--texts is of a number, not with --row")}
	}
	s, err := study.Load(args[0])
	if err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	options := study.TraceOptions{Language: o.language, Texts: o.texts, Progress: line.say}
	var found any
	switch {
	case o.row != "":
		found, err = s.TraceRow(o.row, options)
	case s.IsReference(args[1]):
		found, err = s.Trace(args[1], options)
	default:
		found, err = s.Printed(args[1], options)
	}
	line.clear()
	if err != nil {
		return err
	}
	return printTrace(cmd.OutOrStdout(), found, o.format)
}

func printTrace(w io.Writer, found any, format string) error {
	if format == "json" {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		e.SetIndent("", "  ")
		return e.Encode(found)
	}
	if places, ok := found.([]study.Place); ok {
		found = study.PlacesText(places)
	}
	_, err := fmt.Fprint(w, found)
	return err
}
