package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"stikprove/report/study"
)

// variableFlags are the flags whose value is a variable, or several with commas
// between, of the command's first argument or of the file that fileFlags name.
var variableFlags = []string{"rows", "columns", "layer", "mean", "sum", "by", "total", "ratio", "quantile", "proportion", "variance",
	"psu", "strata", "fpc", "weights", "classes", "variance-of", "groups", "answered", "where",
	"size", "id", "order", "sd", "sd-of", "count", "disposition", "effect", "column"}

// fileFlags are the flags that name the file whose variables a flag is about,
// where that is not the first argument.
var fileFlags = map[string]map[string]string{
	"code":     {"column": "text"},
	"response": {"by": "frame", "id": "frame", "weights": "frame"},
}

// endings are the files that a flag reads or writes.
var endings = map[string][]string{
	"template": {"docx", "dotx"}, "update": {"docx"}, "instrument": {"xlsx"}, "mapping": {"yaml", "yml"},
	"margins": {"csv", "xlsx"}, "rake": {"csv", "xlsx"}, "post": {"csv", "xlsx"}, "in": {"xlsx"},
}

// complete gives every command of root its answers to the shell that asks what
// may come next: the study's own tables and variables, the words of a flag,
// files by their ending.
func complete(root *cobra.Command) {
	for _, cmd := range root.Commands() {
		if cmd.ValidArgsFunction == nil {
			cmd.ValidArgsFunction = completeArgs
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			// The only error is that the flag has its answers already.
			_ = cmd.RegisterFlagCompletionFunc(f.Name, completeFlag(f))
		})
	}
}

// completeArgs answers for arguments: behind its studies a command may have the
// ids of tables and figures, a trace begins with the id of a table, and all
// others are studies and files.
func completeArgs(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	switch {
	case cmd.Name() == "table" && len(args) == 1:
		return named(args[0], (*study.Study).TableIDs), cobra.ShellCompDirectiveNoFileComp
	case cmd.Name() == "compare" && len(args) > 1:
		return named(args[1], (*study.Study).TableIDs), cobra.ShellCompDirectiveNoFileComp
	case cmd.Name() == "figure" && len(args) == 1:
		return named(args[0], (*study.Study).FigureIDs, (*study.Study).TableIDs), cobra.ShellCompDirectiveNoFileComp
	case cmd.Name() == "trace" && len(args) == 1:
		var ids []string
		for _, id := range named(args[0], (*study.Study).TableIDs) {
			ids = append(ids, id+"/")
		}
		return ids, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	case strings.HasPrefix(cmd.Use, cmd.Name()+" STUDY") && !strings.Contains(cmd.Use, "|") && len(args) > 0:
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return nil, cobra.ShellCompDirectiveDefault
}

// completeFlag answers for the values of a flag.
func completeFlag(f *pflag.Flag) cobra.CompletionFunc {
	words := wordsOf(f.Usage)
	return func(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
		switch {
		case words != nil:
			return words, cobra.ShellCompDirectiveNoFileComp
		case cmd.Name() == "register" && f.Name == "tables" && len(args) > 0:
			return listed(begun, named(args[0], (*study.Study).TableIDs)), cobra.ShellCompDirectiveNoFileComp
		case endings[f.Name] != nil:
			return endings[f.Name], cobra.ShellCompDirectiveFilterFileExt
		case f.Name == "out" && strings.HasPrefix(f.Usage, "folder to"):
			return nil, cobra.ShellCompDirectiveFilterDirs
		case slices.Contains(variableFlags, f.Name):
			return listed(begun, variablesOf(cmd, args, f.Name)), cobra.ShellCompDirectiveNoFileComp
		case f.Value.Type() != "string" && f.Value.Type() != "stringSlice" && f.Value.Type() != "stringArray":
			return nil, cobra.ShellCompDirectiveNoFileComp // a number
		}
		return nil, cobra.ShellCompDirectiveDefault
	}
}

// choice is how a flag's description lists the words it takes: each is one word,
// which may have something in brackets behind it.
var choice = regexp.MustCompile(`^[a-z0-9_-]+(?:\[[^]]*\])?(?:, [a-z0-9_-]+(?:\[[^]]*\])?)* or [a-z0-9_-]+(?:\[[^]]*\])?$`)

// wordsOf returns the words that a flag takes, nil where its description lists
// none: what is said of a flag and what is offered are the same.
func wordsOf(usage string) []string {
	for _, cut := range []string{" (", ", where ", ", which "} {
		usage, _, _ = strings.Cut(usage, cut)
	}
	usage = usage[strings.LastIndex(usage, ": ")+1:]
	if usage = strings.TrimSpace(usage); !choice.MatchString(usage) {
		return nil
	}
	words := strings.Split(strings.ReplaceAll(usage, " or ", ", "), ", ")
	for i := range words {
		words[i], _, _ = strings.Cut(words[i], "[")
	}
	return words
}

// listed returns names behind those that begun has with commas, a slash or a
// condition before them.
func listed(begun string, names []string) []string {
	before := begun[:strings.LastIndexAny(begun, ",/ ")+1]
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = before + name
	}
	return out
}

// named returns the names that a study gives its parts, none where it cannot be
// read.
func named(path string, parts ...func(*study.Study) []string) []string {
	s, err := study.Load(path)
	if err != nil {
		return nil
	}
	var names []string
	for _, of := range parts {
		names = append(names, of(s)...)
	}
	return names
}

// variablesOf returns the variables that a flag is about.
func variablesOf(cmd *cobra.Command, args []string, flag string) []string {
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	if from, ok := fileFlags[cmd.Name()][flag]; ok {
		if named := cmd.Flags().Lookup(from); named != nil && named.Changed {
			path = named.Value.String()
		}
	}
	if path == "" {
		return nil
	}
	if study.IsStudy(path) {
		return named(path, (*study.Study).VariableNames)
	}
	sheetName := ""
	if f := cmd.Flags().Lookup("sheet"); f != nil && !strings.EqualFold(filepath.Ext(path), ".csv") {
		sheetName = f.Value.String()
	}
	names, err := study.FileVariableNames(path, sheetName)
	if err != nil {
		return nil
	}
	return names
}
