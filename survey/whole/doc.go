// Package whole puts files in their place whole, or leaves what stands there.
//
// [Write] fills a file beside its place, brings it to the disk and then moves
// it: whoever opens the place meanwhile, and whatever happens on the way, finds
// the old file or the new one. [Folder] is a folder for files that are made
// before any of them takes its place, and [Commit] moves several of them while
// the program may not be cancelled.
//
// What is not yet in its place is known here, so that [Cancel] leaves nothing
// behind. What a run that was killed left is removed by the next that writes
// there, once it is a day old. Two programs that change one file take turns by [Lock].
package whole
