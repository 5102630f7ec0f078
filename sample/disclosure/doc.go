// Package disclosure removes from a table what must not be printed.
//
// [Protect] hides every count from 1 to below a minimum, a nought never, and
// then as many other counts as it takes that no hidden count can be worked out
// from what is printed: sums of rows and columns, nets, the units that an
// of-which row leaves, the bases of columns and of shares. [Audit] finds the
// counts that can be, from the printed table alone.
//
// These things hold for every protected table:
//
//   - A hidden cell holds no number: its count, weight, share and interval are
//     gone, and its reason is in Suppressed.
//   - A share tells its base and a base its share. Where the base of shares is
//     hidden all cells that rest on it are, noughts too.
//   - A total is hidden only where it is small itself or where hiding inner
//     cells does not do.
//   - Words that respondents wrote themselves name no small row: such rows are
//     taken together in the joined row.
//   - The same table gives the same pattern every time.
//
// What is judged here, and how:
//
//   - A share of 100 % of a group that is not small is shown. To hide it would
//     mean hiding the noughts beside it, and a nought tells of nobody.
//   - Where all but a few units of a base are in an of-which row, the few are a
//     small count too, and the row is hidden. For one of several answers the
//     few who did not give it are not counted so: not answering yes is seldom a
//     statement about a person.
//   - The reader is taken to know the minimum and that noughts are shown, so
//     that a hidden count is at least 1 (at least 0 where its base is hidden),
//     but not which counts are hidden for being small: where 1 and 1 add to a
//     hidden 2, that would tell. Whatever prints a table must not say.
//   - Bases of a benchmark are not the study's and are left alone.
//
// Tables are protected one at a time: a count that another table of the study
// tells is not hidden by hiding it here.
package disclosure
