// Package platform knows how survey platforms write their exports.
//
// [Recognise] tells which platform wrote a workbook or a text file, by what,
// how surely, and where its headings and answers are, as a [Layout].
// [Layout.Mapping] is every decision taken about the file: a variable per
// question with its columns, options and codes, what stands for an absence, who
// completed. [Layout.Guesses] says in words those that the file itself does not
// settle. [Read] makes a [survey.Dataset] by the mapping or, where there is a
// [survey.Instrument], by that; [ReadMapped] does by a mapping that a study has
// kept, without guessing.
//
// What is known of a platform is in a file of its name: its fingerprint and its
// ways with headings and codes. What it does not decide is decided by what is
// in the columns, and every platform is read on the same road from there. The
// platforms are in [Platforms], with "plain" for tables of none of them;
// [Untested] says which are known from descriptions only, which is among a
// dataset's notes; testdata/public/README.md lists the files that were read of
// the others.
//
// What holds for every dataset that is read:
//
//   - Every answer is one the instrument or the mapping allows, or reading ends
//     with a problem for every cell that holds another. No value is bent to fit.
//   - Every row of the sheet is read, or is a heading, a note above them or
//     blank; [Layout.Account] counts them.
//   - A blank is absent for a reason: the unit or the roster block did not come
//     back, the question was routed past, or it was not answered. A platform
//     that writes 0 for somebody it never asked is not believed.
//   - Several answers to one question are one variable, however many columns
//     the platform writes them in.
//   - The platform's own times are texts with the time of day, as ISO 8601
//     writes them; dates that people gave are dates.
//   - Messages quote at most 40 characters, and nothing of a sensitive variable.
//
// A sheet streams past once. Its columns are kept small, see store, so that a
// million rows need little more memory than the dataset made of them.
package platform
