package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A study's run makes much and keeps little: the garbage collector, which by
// itself begins when the heap has doubled, would go over it a dozen times. Until
// seldomBelow is in use it begins when the heap is five times what was. A
// register of millions of rows soon has more, and doubles as ever, so that it
// takes no more memory for it.
const (
	seldom      = 400
	always      = 100
	seldomBelow = 24 << 20
)

// collectSeldom has small heaps collected seldom.
func collectSeldom() {
	debug.SetGCPercent(seldom)
	watchHeap()
}

// watchHeap looks at the heap after each collection, when its finalizer runs.
func watchHeap() {
	runtime.SetFinalizer(new([16]byte), func(*[16]byte) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		if live[0].Value.Uint64() > seldomBelow {
			debug.SetGCPercent(always)
			return
		}
		watchHeap()
	})
}
