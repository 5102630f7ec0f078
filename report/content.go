package report

import (
	"stikprove/report/figure"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Content is what a report is made of. The tables have been through
// disclosure control: what they hold may be printed.
type Content struct {
	Study    survey.Text
	Wave     string
	Version  string // of the program
	Title    survey.Text
	Subtitle survey.Text
	Notice   survey.Text   // what a reader must know of the data first
	Method   []survey.Text // a paragraph each
	Drawn    []Drawn       // the designs of the samples
	Coded    []Coded       // the texts that were coded
	Rules    []RuleNote    // what edit rules found that readers are to know
	Warnings []RuleNote    // what they found that an editor is to look at
	Tables   []*crosstab.Table
	Titles   []Title // of tables as their author wrote them
	Figures  []FigureSpec
	Waves    *Waves   // of tables that compare two waves; nil where there are none
	Outline  *Outline // nil for tables and figures alone

	Quotations []Quotation // of interviews, placed by theme

	Appendices []Appendix         // in order
	Returned   []Returned         // what came back of each sample, for the appendix on method
	Instrument *survey.Instrument // for the appendix with the questionnaire; nil for none
}

// Title is what an author calls a table, and where, for what is found of it.
type Title struct {
	Words survey.Text
	At    survey.Problem
}

// FigureSpec says which table a figure shows and what it finds.
type FigureSpec struct {
	figure.Spec
	Table string         // id of the table drawn
	Title survey.Text    // states the finding; the table's title where empty
	At    survey.Problem // where the figure is described, for what is found of its title
}
