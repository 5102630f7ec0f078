// Package danish holds what a coder must know of the Danish language: words that
// deny, date and join, words that name nothing, how words are inflected and put
// together. The words of a subject are its scheme's.
package danish
