package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"syscall"
)

// result is standard output. It remembers that something could not be written,
// so that no command can end well whose result did not come out.
type result struct {
	to  io.Writer
	err error
}

// Write is that of [io.Writer].
func (r *result) Write(p []byte) (int, error) {
	if r.err != nil {
		return 0, r.err
	}
	n, err := r.to.Write(p)
	if err != nil {
		r.err = unwritten(err)
	}
	return n, r.err
}

// unwritten words why the result could not be written.
func unwritten(err error) error {
	switch {
	case errors.Is(err, syscall.EPIPE), errors.Is(err, os.ErrClosed):
		return errors.New("the result was not read to its end; what it was handed to has stopped")
	case errors.Is(err, syscall.ENOSPC):
		return errors.New("writing the result: there is no room left on the disk")
	}
	return fmt.Errorf("writing the result: %w", err)
}
