package main

import (
	"errors"
	"fmt"
	"regexp"

	"github.com/spf13/cobra"
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

// wantOne refuses other numbers of arguments than one. A flag whose value may be
// left out takes it after =, and without would leave it as an argument.
func wantOne(cmd *cobra.Command, args []string, flag string) error {
	if len(args) == 2 && cmd.Flags().Changed(flag) {
		return errors.New("want one file; write --" + flag + "=VALUE in one word")
	}
	return cobra.ExactArgs(1)(cmd, args)
}
