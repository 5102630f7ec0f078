package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// statusLine shows the stage a run has come to, on a terminal only: one line
// that the next stage overwrites.
type statusLine struct {
	to    io.Writer // nil where nobody watches
	shown bool
}

func newStatusLine(stderr io.Writer) *statusLine {
	if f, ok := stderr.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		return &statusLine{to: stderr}
	}
	return &statusLine{}
}

func (l *statusLine) say(stage string) {
	if l.to != nil {
		fmt.Fprintf(l.to, "\r\033[K%s …", stage)
		l.shown = true
	}
}

func (l *statusLine) clear() {
	if l.shown {
		fmt.Fprint(l.to, "\r\033[K")
		l.shown = false
	}
}
