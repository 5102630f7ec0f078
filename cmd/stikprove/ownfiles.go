package main

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stikprove/report/study"
)

// outputFlags name a file or folder that is written. The mapping of read is
// one, too; elsewhere a mapping is read.
var outputFlags = []string{"out", "to", "adjudicate", "persons"}

// keepInputs refuses an output that is one of the files the command reads:
// arguments, files that flags name, and those that a study names, by whatever
// path they are reached. Nothing has been written then.
func keepInputs(cmd *cobra.Command, args []string) error {
	outputs := map[string]string{}
	var inputs []string
	for _, arg := range args {
		inputs = append(inputs, arg)
		if study.IsStudy(arg) {
			if s, err := study.Load(arg); err == nil {
				inputs = append(inputs, s.Files()...)
			}
		}
	}
	cmd.Flags().Visit(func(f *pflag.Flag) {
		values := []string{f.Value.String()}
		if many, ok := f.Value.(pflag.SliceValue); ok {
			values = many.GetSlice()
		}
		for _, v := range values {
			if slices.Contains(outputFlags, f.Name) || f.Name == "mapping" && cmd.Name() == "read" {
				outputs[f.Name] = v
				continue
			}
			_, file, _ := strings.Cut(v, "=") // VARIABLE=FILE
			inputs = append(inputs, v, file)
		}
	})
	for _, flag := range slices.Sorted(maps.Keys(outputs)) {
		if out := outputs[flag]; out != "" && slices.ContainsFunc(inputs, func(in string) bool { return sameFile(in, out) }) {
			return usageError{fmt.Errorf("--%s %s would be written over a file that is read; want another name", flag, out)}
		}
	}
	return nil
}

// sameFile reports whether two paths lead to one file that is there. Folders are
// not compared: files of other names stand beside each other.
func sameFile(a, b string) bool {
	x, err1 := os.Stat(a)
	y, err2 := os.Stat(b)
	return err1 == nil && err2 == nil && x.Mode().IsRegular() && os.SameFile(x, y)
}
