package main

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"stikprove/report"
)

// badValue is how a flag's value is refused that cannot be read, with the
// reason in the words of the library.
var badValue = regexp.MustCompile(`^invalid argument ("(?:[^"\\]|\\.)*") for "(?:-\w, )?--([\w-]+)" flag: `)

// wants says what a flag of each type reads.
var wants = map[string]string{
	"uint64": "a whole number from 0", "int": "a whole number", "ints": "whole numbers with commas between",
	"float64": "a number", "float64Slice": "numbers with commas between", "intSlice": "whole numbers with commas between",
	"bool": "true or false",
}

// flagError words what is wrong with a flag's value.
func flagError(cmd *cobra.Command, err error) error {
	m := badValue.FindStringSubmatch(err.Error())
	if m == nil {
		return err
	}
	flag := cmd.Flags().Lookup(m[2])
	if flag == nil || wants[flag.Value.Type()] == "" {
		return err
	}
	return fmt.Errorf("--%s %s: want %s", m[2], m[1], wants[flag.Value.Type()])
}

// checkWord refuses the value of a flag that is none of words. An empty word,
// which is what a flag has that is not given, comes first.
func checkWord(flag, value string, words ...string) error {
	if slices.Contains(words, value) {
		return nil
	}
	if words[0] == "" {
		words = words[1:]
	}
	last := len(words) - 1
	return usageError{fmt.Errorf("--%s %s: want %s or %s", flag, value, strings.Join(words[:last], ", "), words[last])}
}

// checkLanguage refuses a --language that reports cannot be printed in; empty
// means the study's own.
func checkLanguage(tag string) error {
	return checkWord("language", tag, append([]string{""}, report.LanguageTags()...)...)
}

// refuse is a usage error for flags that were given and are for something else.
func refuse(cmd *cobra.Command, flags []string, what string) error {
	for _, name := range flags {
		if cmd.Flags().Changed(name) {
			return usageError{fmt.Errorf("--%s is for %s", name, what)}
		}
	}
	return nil
}

// wantOne refuses other numbers of arguments than one. A flag whose value may be
// left out takes it after =, and without would leave it as an argument.
func wantOne(cmd *cobra.Command, args []string, flag string) error {
	if len(args) == 2 && cmd.Flags().Changed(flag) {
		return errors.New("want one file; write --" + flag + "=VALUE in one word")
	}
	return cobra.ExactArgs(1)(cmd, args)
}
