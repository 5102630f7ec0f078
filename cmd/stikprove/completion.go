package main

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

func newCompletion() *cobra.Command {
	shells := map[string]func(*cobra.Command, io.Writer) error{
		"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
		"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
		"powershell": func(root *cobra.Command, w io.Writer) error { return root.GenPowerShellCompletionWithDesc(w) },
		"zsh":        func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) },
	}
	names := slices.Sorted(maps.Keys(shells))
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "The script that lets the Tab key complete commands, tables and variables",
		Long: `Completion prints a script for a shell. With it the Tab key completes commands
and flags, and the names of the study or file that stands in the line: the ids
of its tables and figures, and its variables where a flag wants one, also behind
a comma.

Put it where the shell finds it, once, in a folder that is there, and open a new
window. In bash it wants the package bash-completion:

  bash        stikprove completion bash > ~/.local/share/bash-completion/completions/stikprove
  zsh         stikprove completion zsh > "${fpath[1]}/_stikprove"
  fish        stikprove completion fish > ~/.config/fish/completions/stikprove.fish
  PowerShell  stikprove completion powershell >> $PROFILE
` + exitCodes,
		Example:   "  stikprove completion bash",
		ValidArgs: names,
		Args: usage(func(cmd *cobra.Command, args []string) error {
			if err := cobra.ExactArgs(1)(cmd, args); err != nil {
				return err
			}
			if shells[args[0]] == nil {
				return fmt.Errorf("no shell %q; want %s", args[0], strings.Join(names, ", "))
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return shells[args[0]](cmd.Root(), cmd.OutOrStdout())
		},
	}
}
