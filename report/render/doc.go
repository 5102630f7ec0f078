// Package render writes a [report.Document] to files, one format each.
//
//   - [HTML] is a single page that needs nothing from the network.
//   - [Workbook] is a sheet per table, with numbers one can compute on and a
//     native chart beside.
//   - [JSON] and [TablesJSON] are the fixed machine format of tables.
//   - Package docx, below this one, writes the Word file, and package chart the
//     charts in it that can be edited.
//   - [Text] and [CSV] are one table for the terminal and for other programs.
//
// These things hold for every format:
//
//   - Nothing is computed and nothing rounded: the page prints what the
//     document holds, the workbook leaves rounding to its number formats.
//   - What disclosure removed is nowhere in a file, be it a tooltip, an
//     attribute or what a chart remembers of its data.
//   - The same document gives the same bytes.
//
// Writers take an [io.Writer]; when and where a file appears is package study's.
package render
