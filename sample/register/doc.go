// Package register takes a register of spells of absence to the tables of a
// population.
//
// A [Source] names a file of spells, one a row: who, from when, to when, and
// where the file has them the municipality, the kind, the sex, the birth and
// the origin. [Count] reads it once and returns [Counts]: sums by band, by
// municipality and by person, under stated [Definitions]. [Counts.Tables] makes
// of them the tables that the report, the figures and the disclosure control
// understand.
//
// A [Database] names a table that may not leave its database. [CountDatabase]
// makes the same Counts by SQL with window functions, and holds the minimum
// before anything comes out: the groups of tables are what is sent, without
// small ones and without what would give them back. It hides more than a file's
// tables do, never less: municipalities with too few spells are not named, and
// where one cell is small it is the next smallest that goes with it.
//
// These things hold:
//
//   - Memory follows the spells, sixteen bytes each, not the text; the rows may
//     come in any order and give the same numbers in every order.
//   - A register is a census: shares have no sampling error. Where a table has
//     intervals it says what they are of.
//   - Fields in quotes may hold line breaks; a quote that closes no field leaves
//     its line out.
//   - Bands meet without gaps and without overlaps.
//   - No table leaves the package with a count below the minimum, nor with one
//     that would give it back; see package disclosure.
//   - A person is a number made of the id. Personal numbers are replaced at the
//     door by a keyed hash; no id stands in a message, a table or a list.
//   - What is wrong with rows is counted by kind with the numbers of the first
//     ones, see [Problem].
//
// What a file costs, as a process of its own that makes the tables of lengths,
// spells a person, gaps and municipalities, every row a spell, 51 bytes a row
// (BenchmarkSizes; the lower of two runs on two cores of a Xeon that other work
// kept busy, at a load of 10 to 20, so that only the processor's seconds are
// given):
//
//	million spells     0.1    1     2     5    10    20
//	processor, s      0.05  0.25  0.70   1.6   2.6   5.3
//	peak memory, MB     21    36    53   102   180   345
package register
