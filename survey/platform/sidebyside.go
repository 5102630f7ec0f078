package platform

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// sideBySide calls do for 0 to n-1, in no order, on all processors at once. A
// panic in one of the calls is the caller's, when the others have ended.
func sideBySide(n int, do func(i int)) {
	var group sync.WaitGroup
	var next atomic.Int64
	var panicked atomic.Pointer[any]
	for range min(n, runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					panicked.Store(&r)
				}
			}()
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	group.Wait()
	if r := panicked.Load(); r != nil {
		panic(*r)
	}
}
