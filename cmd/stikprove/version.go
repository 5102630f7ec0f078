package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"stikprove/report/study"
)

// commit is the commit that a release was built from; the release script says
// it with -ldflags -X.
var commit string

// version says which program this is: its version, the commit it was built
// from where that is known, and Go's. It holds no time, so that the same source
// says the same.
func version() string {
	from := commit
	if info, ok := debug.ReadBuildInfo(); ok && from == "" {
		changed := ""
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				from = s.Value
			case "vcs.modified":
				if s.Value == "true" {
					changed = " and changed since"
				}
			}
		}
		from = from[:min(12, len(from))]
		if from != "" {
			from += changed
		}
	}
	if from != "" {
		from = "commit " + from + ", "
	}
	return fmt.Sprintf("%s (%s%s)", study.Version, from, runtime.Version())
}
