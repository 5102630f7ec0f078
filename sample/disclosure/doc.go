// Package disclosure removes from tables what must not be printed.
//
// [Rules] say what: counts below a minimum, totals that a few units make up,
// noughts, groups of which all are in one category. [ProtectAll] hides those
// numbers in all tables of a study, and then as many others as it takes that
// none can be worked out from everything that is printed. [Intervals] says what
// a reader can work out, and [Audit] where that is too much; both know the
// printed tables alone.
//
// Tables hang together by what they count. Two numbers of the same units of
// the same sample are one quantity, whichever tables print them and whichever
// way round: a total, a column's base that is another table's row, a net that
// another table prints as a category. A quantity is the sum of its parts by the
// options of any variable, so that a column that joins options is tied to the
// table that prints them apart. Variables derived from others are said in terms
// of those, see [Derivation].
//
// These things hold for every set of protected tables:
//
//   - A hidden cell holds no number: its count, weight, share and interval are
//     gone, and its reason is in Suppressed.
//   - What one table hides because it is small no other table prints.
//   - A count hidden for being below the minimum may, for all that a reader can
//     work out, be the minimum or more, and is one of at least two numbers
//     (further apart where [Rules] has a Width). Any other hidden number is one
//     of at least two. Where even hiding whole tables does not bring that about
//     Audit says so.
//   - A mean beside its count tells the total: what the p% and dominance rules
//     hide of a total they hide of a mean.
//   - A table of answers counts in its rows the units that gave them, which are
//     linked with all other tables; its total counts answers.
//   - A share tells its base and a base its share. Where the base of shares is
//     hidden all cells that rest on it are, noughts too.
//   - A net is hidden only where inner cells do not do, a margin only where
//     nets do not, and the base of a table last.
//   - Words that respondents wrote themselves name no small row: such rows are
//     taken together in the joined row.
//   - The same tables give the same pattern every time.
//
// What is judged here, and how:
//
//   - A share of 100 % of a group that is not small is shown, unless the rule
//     Full is on. To hide it means hiding the noughts beside it, and a nought
//     tells of nobody.
//   - Where all but a few units of a base are in an of-which row, the few are a
//     small count too, and the row is hidden. For one of several answers the
//     few who did not give it are not counted so: not answering yes is seldom a
//     statement about a person.
//   - The reader is taken to know the rules and that noughts are shown, so that
//     a hidden count is at least 1 (at least 0 where its base is hidden or a
//     rule hides noughts), but not which counts are hidden for being small:
//     where 1 and 1 add to a hidden 2, that would tell. Whatever prints a table
//     must not say.
//   - The reader is taken to know which options of a joint source of derived
//     variables occur at all, such as which groups of conditions are in which
//     category.
//   - Bases of a benchmark are not the study's and are left alone.
//
// Ranges are found by linear programming over whole tables and made exact by
// splitting ranges until all counts are whole. Tables of three variables in
// pairs (a by b, b by c, a by c) are tied by the table of all three, which
// nothing prints, where that has at most 200 cells, and all such tables 1,000,
// the smallest first. Larger ones, and four variables in pairs or threes, are
// tied by the margins that they share, and what only the table of all would
// tell is not looked for. Nor are weighted counts, the counts in notes of who
// did not answer, and routing that makes one question's base another's answer.
package disclosure
