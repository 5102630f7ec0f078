// Package platform knows how survey platforms write their exports.
//
// [Recognise] tells which platform wrote a workbook and where its headings and
// answers are, as a [Layout]. [Read] makes a [survey.Dataset] of it, checked
// against the [survey.Instrument] where there is one.
//
// Two layouts are known: "surveyxact", a workbook with the sheets Labels,
// Dataset and Structure, and "plain", one row of headings over one row per
// unit.
//
// What holds for every dataset that is read:
//
//   - Every answer is one the instrument allows, or reading ends with a
//     problem for every cell that holds another. No value is bent to fit.
//   - A blank is absent for a reason: the unit or the roster block did not come
//     back, the question was routed past, or it was not answered. A platform
//     that writes 0 for somebody it never asked is not believed.
//   - Messages quote at most 40 characters, and nothing of a sensitive variable.
package platform
