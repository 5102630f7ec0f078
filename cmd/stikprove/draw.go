package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report/study"
)

type drawOptions struct {
	method, allocation, by, out, format, cpr string
	replace                                  bool
	draw                                     study.DrawOptions
}

func newDraw() *cobra.Command {
	var o drawOptions
	cmd := &cobra.Command{
		Use:   "draw STUDY | draw FILE",
		Short: "A sample from a frame, with a log another program can repeat",
		Long: `Draw draws units from a list, a workbook or CSV file with one heading row, or
from the frame that a STUDY names. It writes the drawn list as a workbook and
CSV, with inclusion probabilities, design weights and replacements in order, and
a log with the seed, the generator and the frame's hash.

Methods: srs (simple random), systematic (random start, fractional interval),
and in proportion to --size: pps (systematic), sampford and tille. Each works
within --strata, and draws clusters where --psu names them.

  three from each office        --psu office --take 3
  ten schools, all pupils       --psu school --n 10
  ten schools by size, 20 each  --psu school --n 10 --method sampford --take 20
  numbers on lists kept there   --id office --psu office --count cases --take 3

--n is shared out over strata by --allocation: proportional, neyman (with --sd or
--sd-of) or equal, with at least --minimum in each and never more than there are.

Random numbers are SHA-256 of the seed and of what they decide about, so that
any program can draw again; the log says how. Without --seed the system chooses
one, which is printed. Columns added to the list: draw_order, draw_status,
draw_stratum, draw_psu, inclusion_probability, design_weight, fpc, fpc_2.
` + exitCodes,
		Example: "  stikprove draw testdata/par56-2015 --n 30 --strata region --seed 56\n" +
			"  stikprove draw frame.csv --id office --method pps --size cases --n 12 --seed 7 --out drawn",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return runDraw(cmd, args[0], o) },
	}
	f, c, s := cmd.Flags(), &o.draw.Columns, &o.draw.Spec
	f.StringVar(&o.method, "method", "srs", "srs, systematic, pps, sampford or tille")
	f.IntVar(&s.N, "n", 0, "units to draw, or clusters with --psu")
	f.IntVar(&s.Each, "each", 0, "in place of --n: so many in each stratum")
	f.StringVar(&o.by, "by", "", "in place of --n: numbers by stratum, such as \"Nord=5,Syd=8\"")
	f.StringVar(&c.ID, "id", "", "variable that names the unit (default the study's, or its row in the file)")
	f.StringVar(&o.draw.Sheet, "sheet", "", "the sheet of a workbook (default the first)")
	f.StringVar(&o.draw.Where, "where", "", "which rows are in the frame, such as \"year = 2015 and region = 'Fyn'\"")
	f.StringSliceVar(&c.Strata, "strata", nil, "variables that together name the stratum")
	f.StringVar(&o.allocation, "allocation", "proportional", "of --n over strata: proportional, neyman or equal")
	f.StringVar(&c.SD, "sd", "", "for neyman: variable with the stratum's standard deviation")
	f.StringVar(&c.SDOf, "sd-of", "", "for neyman: number whose standard deviation is taken in each stratum")
	f.IntVar(&s.Minimum, "minimum", 1, "of --n: at least so many in each stratum")
	f.StringVar(&c.Size, "size", "", "for pps, sampford and tille: variable with the size (default with --psu: its units)")
	f.StringVar(&c.PSU, "psu", "", "variable that names the cluster; without --n every cluster is taken")
	f.IntVar(&s.Take, "take", 0, "with --psu: units drawn in each cluster (default all)")
	f.IntVar(&s.Of, "of", 0, "with --psu, all taken: clusters in the population, of which the frame has some")
	f.StringVar(&c.Count, "count", "", "variable with the number of units a row stands for")
	f.StringSliceVar(&c.Order, "order", nil, "variables the frame is put in order by (default as in the file)")
	f.IntVar(&s.Replacements, "replacements", 0, "replacements for each stratum, or for each cluster with --take")
	f.Uint64Var(&s.Seed, "seed", 0, "start of the random numbers (default chosen by the system)")
	f.StringVar(&o.out, "out", "", "folder, or .xlsx, to write the list and the log to (default nothing is written)")
	f.BoolVar(&o.replace, "replace", false, "write over another draw")
	f.StringVar(&o.cpr, "cpr", "refuse", "of a file: CPR numbers in it: refuse or mask")
	f.StringVar(&o.format, "format", "text", "text or json, which is the log")
	return cmd
}

func runDraw(cmd *cobra.Command, path string, o drawOptions) error {
	if err := o.parse(cmd); err != nil {
		return usageError{err}
	}
	line := newStatusLine(cmd.ErrOrStderr())
	defer line.clear()
	line.say("drawing")
	drawing, err := drawFrom(path, o.draw)
	line.clear()
	if err != nil {
		return err
	}
	var files []string
	if o.out != "" {
		if files, err = drawing.Write(o.out, o.replace); err != nil {
			return err
		}
	}
	if o.format == "json" {
		err = drawing.JSON(cmd.OutOrStdout())
	} else {
		err = drawing.Text(cmd.OutOrStdout())
	}
	if err == nil && files != nil {
		fmt.Fprintf(cmd.ErrOrStderr(), "wrote   %s\n", strings.Join(files, ", "))
	}
	return err
}

// parse reads what flags say in words, and chooses a seed where none is said.
func (o *drawOptions) parse(cmd *cobra.Command) error {
	var err error
	s := &o.draw.Spec
	if err = o.draw.Name(o.method, o.allocation); err != nil {
		return err
	}
	for _, name := range []string{"n", "each", "take", "of", "minimum", "replacements"} {
		if v, _ := cmd.Flags().GetInt(name); v < 0 || v == 0 && cmd.Flags().Changed(name) && (name == "n" || name == "each") {
			return fmt.Errorf("--%s %d: want a number of at least %d", name, v, map[bool]int{true: 1}[name == "n" || name == "each"])
		}
	}
	if err = checkWord("format", o.format, "text", "json"); err != nil {
		return err
	}
	if err = checkWord("cpr", o.cpr, "refuse", "mask"); err != nil {
		return err
	}
	if extension := strings.ToLower(filepath.Ext(o.out)); extension == ".csv" || extension == ".json" {
		return fmt.Errorf("--out %s: want a folder, or a name that ends in .xlsx; the others are written beside it", o.out)
	}
	o.draw.MaskCPR, o.draw.Password = o.cpr == "mask", os.Getenv(passwordVariable)
	if s.By, err = numbersBy(o.by); err != nil {
		return err
	}
	if !cmd.Flags().Changed("seed") {
		n, err := rand.Int(rand.Reader, big.NewInt(1_000_000_000))
		if err != nil {
			return err
		}
		s.Seed = n.Uint64()
	}
	return nil
}

// numbersBy reads numbers by stratum, nil of nothing.
func numbersBy(written string) (map[string]int, error) {
	if written == "" {
		return nil, nil
	}
	by := map[string]int{}
	for _, part := range strings.Split(written, ",") {
		at := strings.LastIndex(part, "=")
		n, err := strconv.Atoi(strings.TrimSpace(part[at+1:]))
		if at < 0 || err != nil {
			return nil, fmt.Errorf("--by %s: want numbers by stratum such as \"Nord=5,Syd=8\"", part)
		}
		name := strings.TrimSpace(part[:at])
		if _, twice := by[name]; twice {
			return nil, fmt.Errorf("--by: stratum %s stands twice", name)
		}
		by[name] = n
	}
	return by, nil
}

// drawFrom draws from a study's frame or from a file.
func drawFrom(path string, o study.DrawOptions) (*study.Drawing, error) {
	stat, err := os.Stat(path)
	extension := strings.ToLower(filepath.Ext(path))
	if err == nil && stat.IsDir() || extension == ".yaml" || extension == ".yml" {
		if o.MaskCPR {
			return nil, usageError{errors.New("--cpr is for a file; a study says it in study.yaml")}
		}
		s, err := study.Load(path)
		if err != nil {
			return nil, err
		}
		return s.Draw(o)
	}
	return study.DrawFile(path, o)
}
