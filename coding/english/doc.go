// Package english holds what a coder must know of the English language: words
// that deny, date and join, words that name nothing, and how words are inflected.
package english
