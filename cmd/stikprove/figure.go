package main

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
	"stikprove/survey/whole"
)

type figureOptions struct {
	kind, out, language string
	file                study.FileFigure
}

func newFigure() *cobra.Command {
	var o figureOptions
	cmd := &cobra.Command{
		Use:   "figure STUDY ID | figure FILE --rows A [--columns B] | figure FILE --mean A [--columns B]",
		Short: "One chart of a study, or of a data file, as SVG or PNG",
		Long: `Figure draws one chart as the report has it, with base, intervals, notes and
source, and with small cells removed. Of a study ID is a figure's or a table's.

Of a data file, a workbook or CSV file with one heading row, the flags say what
is drawn and how its rows were drawn, as those of the command table do. A number
with many values is put in bands of equal width.

The chart is SVG on standard output or, with --out, SVG or PNG (300 dots per
inch) as the file's name ends. Without --kind the first that holds decides:

  means                                     dots
  a battery of items                        stacked
  three times or more, such as years, in
  the columns or the rows                   line
  two times in the columns                  dumbbell
  one column: a number in bands             histogram
              over 20 rows                  dots
              else                          bar
  shares by row in two columns, of more
  than 8 rows                               dots, of the first column
  parts of a whole, at most 6               stacked
  at most 4 columns and 8 rows              grouped
  else                                      heat

In study.yaml a figure says the same with the keys kind, column, columns (--draw),
row, ends, sort, width and height, and the study may have colours and a font of
its own: house: {colours: ["#14507f", "#c97a1e"], font: house.ttf, bold: bold.ttf}.
Colours that cannot be seen on white (3:1), or that colour-blind readers cannot
tell apart, are refused.
` + exitCodes,
		Example: `  stikprove figure testdata/par56-2015 industry > industry.svg
  stikprove figure testdata/par56-2015 municipality-highest --out highest.png
  stikprove figure cases.csv --rows condition --columns size --psu jobcentre --kind grouped --out condition.svg
  stikprove figure cases.csv --rows age --psu jobcentre --out age.png
  stikprove figure cases.csv --mean days --columns industry --psu jobcentre --out days.svg
  stikprove figure waves.csv --rows condition --columns year --letters --kind dumbbell --out waves.svg`,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if o.file.Rows != "" || o.file.Mean != "" {
				return wantOne(cmd, args, "letters")
			}
			flags := slices.Concat(tableFlags, []string{"title", "column", "draw", "row", "ends", "width", "height"}, designFlags)
			if err := refuse(cmd, flags, "a file, with --rows or --mean; a study says it in study.yaml"); err != nil {
				return err
			}
			return cobra.ExactArgs(2)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error { return runFigure(cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.kind, "kind", "", "bar, grouped, stacked, dots, dumbbell, histogram, line or heat (default as above)")
	f.StringVar(&o.out, "out", "", "file to write, .svg or .png (default SVG on standard output)")
	f.StringVar(&o.language, "language", "", "da or en (default the study's own, da for a file)")
	f.StringVar(&o.file.Rows, "rows", "", "of a file: variable in the rows")
	f.StringVar(&o.file.Columns, "columns", "", "of a file: variable in the columns")
	f.StringVar(&o.file.Mean, "mean", "", "of a file: in place of --rows, the number whose mean is drawn, by column")
	f.StringVar(&o.file.Title, "title", "", "of a file: what the figure finds")
	f.StringVar(&o.file.Column, "column", "", "of a file: the value of --columns that bars, dots or a histogram show")
	f.StringSliceVar(&o.file.Drawn, "draw", nil, "of a file: the values of --columns drawn side by side, or before and after")
	f.StringVar(&o.file.Row, "row", "", "of a file: the value of --rows by which dots rank the columns")
	f.IntVar(&o.file.Ends, "ends", 0, "of a file: only so many of the highest and of the lowest dots")
	f.Float64Var(&o.file.Width, "width", 0, "of a file: width in centimetres, 5 to 60 (default 16)")
	f.Float64Var(&o.file.Height, "height", 0, "of a file: height in centimetres, 5 to 60 (default what is needed)")
	addTableFlags(cmd, &o.file.FileTable, "test columns two by two, and mark the changes of a dumbbell: holm, bonferroni or none (default holm)")
	return cmd
}

func runFigure(cmd *cobra.Command, args []string, o figureOptions) error {
	if err := checkFigure(o); err != nil {
		return err
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	var b bytes.Buffer
	err := oneFigure(&b, args, o, line.say)
	line.clear()
	if err != nil {
		return err
	}
	if o.out == "" {
		_, err = cmd.OutOrStdout().Write(b.Bytes())
		return err
	}
	return whole.WriteBytes(o.out, b.Bytes())
}

func isPNG(out string) bool { return strings.EqualFold(filepath.Ext(out), ".png") }

// checkFigure refuses values of flags that no figure can have.
func checkFigure(o figureOptions) error {
	if err := checkLanguage(o.language); err != nil {
		return err
	}
	if err := study.CheckKind(o.kind); err != nil {
		return usageError{fmt.Errorf("--kind %s: %w", o.kind, err)}
	}
	if o.out != "" && !isPNG(o.out) && !strings.EqualFold(filepath.Ext(o.out), ".svg") {
		return usageError{fmt.Errorf("--out %s: want a file that ends in .svg or .png", o.out)}
	}
	for _, named := range [][2]string{{"rows", o.file.Rows}, {"columns", o.file.Columns}} {
		if strings.Contains(named[1], ",") {
			return usageError{fmt.Errorf("--%s %s: want one variable; a figure is of one table", named[0], named[1])}
		}
	}
	return checkFileTable(o.file.FileTable)
}

// oneFigure writes the figure that is asked for.
func oneFigure(to io.Writer, args []string, o figureOptions, progress study.Progress) error {
	write := func(f interface {
		SVG(io.Writer) error
		PNG(io.Writer) error
	}, err error) error {
		switch {
		case err != nil:
			return err
		case isPNG(o.out):
			return f.PNG(to)
		}
		return f.SVG(to)
	}
	if o.file.Rows != "" || o.file.Mean != "" {
		o.file.Kind = o.kind
		return write(study.FigureOfFile(args[0], o.file, cmp.Or(o.language, "da"), progress))
	}
	s, err := study.Load(args[0])
	if err != nil {
		return err
	}
	return write(s.Figure(args[1], o.kind, cmp.Or(o.language, s.Language()), progress))
}
