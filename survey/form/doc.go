// Package form reads a questionnaire from an XLSForm: a workbook with the
// sheets survey, choices and settings, as evaluators write it in Excel and as
// ODK, KoboToolbox and SurveyCTO field it.
//
// [Read] returns a [survey.Instrument] and warnings, [Write] writes one as a
// form that other programs take, and [Print] as a questionnaire to be read
// through. [WriteFillIn] writes it as a workbook that a respondent fills in, and
// [ReadFilled] reads that as a table of answers.
//
// Read understands a part of XLSForm, in the spellings found in the wild: the
// question types text, integer, decimal, date, datetime, select_one and
// select_multiple, groups, repeats of a fixed count, routing and constraints as
// far as [survey.ParseRule] does, and labels in any number of languages. Columns
// of ours stand beside the standard ones, and other programs ignore them:
//
//   - survey: "export" names the question's column in an export file, with
//     {code} for an option's code; on a repeat it is the prefix of its
//     questions' columns, with {i} for the block's number, such as s{i}_.
//     "kind" says what a question is used for: id, weight, coded or personal.
//   - choices: "code" is what stands for the option in an export file,
//     "missing" says that an option is a way of not telling (dont_know, refused,
//     not_relevant, none), "exclusive" that it cannot be chosen with others, and
//     "order" that the list runs from low to high: yes, or each option's place
//     as a number.
//
// What always holds: every problem of the form is found in one run and has its
// cell, and no personal number is repeated; names of questions are different and
// ASCII; a rule only asks about questions that a row of its own block or
// respondent answers; and what is not understood is kept, as text or as a rule
// that is not checked, and said in a warning.
//
// What a form shows or computes is no question but an aside, printed in its
// place; a computed value whose row names a column under export is in the data,
// and read as text. What the device fills in, such as the time, is passed over.
// A repeat within a repeat is read once in each block of the outer one.
package form
