package audit

import (
	"math/big"
	"regexp"
	"strings"
)

var (
	shareHead = regexp.MustCompile(`(?i)%|\bpct\b|per cent|percent|procent|\bandel\b|\bshare\b`)
	countHead = regexp.MustCompile(`(?i)^(?:antal|count|counts|n|number|cases|sager|i alt)\b`)
	errorHead = regexp.MustCompile(`(?i)interval|\bse\b|konfidens|confidence|95|difference|forskel|\bp\b`)
	totalRow  = regexp.MustCompile(`(?i)^(?:i alt|total|alle|all|sum|hele landet|samlet|the whole country)\b`)
	baseText  = regexp.MustCompile(`(?i)\bn\s*[=:]\s*(\d{1,3}(?:[.,]\d{3})+|\d{1,9})\b`)
	bareCell  = regexp.MustCompile(`^(?:\d{1,3}(?:[. ,]\d{3})+|\d{1,12})(?:[.,]\d{1,3})?\s*%?$`)
	wholeCell = regexp.MustCompile(`^(?:\d{1,3}(?:[. ,]\d{3})+|\d{1,12})$`)
)

// column is one column of a drawn table.
type column struct {
	head   string
	rows   []item // the parts, before the total
	total  string
	shares bool // percentages
	number int  // of the column, from 0
}

// table draws what a table says: shares that make a whole, counts beside them,
// bands of its labels.
func (d *drawer) table(t drawnTable) {
	several := severalWords.MatchString(t.title + " " + t.notes)
	var labels []string
	bodies := parts(t.rows)
	for _, body := range bodies {
		var percents, counts *Claim
		off := false
		var wholes []*Claim
		columns := columnsOf(t, body)
		alone := len(bodies) == 1 && len(columns) == 1
		for _, c := range columns {
			if several || severalRow(c.rows) {
				continue
			}
			claim := d.column(t, c, alone)
			if claim == nil {
				continue
			}
			if c.shares {
				wholes = append(wholes, claim)
				off = off || sumOf(claim).Cmp(rat(100)) != 0
				percents = firstOf(percents, claim)
			} else {
				counts = firstOf(counts, claim)
			}
		}
		if roundingNote.MatchString(t.notes) && len(bodies) == 1 && t.saysHundred() {
			for i, c := range wholes {
				if sumOf(c).Cmp(rat(100)) != 0 || !off && i == 0 {
					c.Note = "yes"
				}
			}
		}
		if percents != nil && counts != nil && len(percents.Of) == len(counts.Of) && !weightWords.MatchString(t.notes) && len(wholes) == 1 {
			d.add(Shares, t.name, d.words.say("counts and shares", "antal og andele"), "").Of = []string{counts.ID, percents.ID}
		}
		for _, row := range body.rows {
			labels = append(labels, row[0])
		}
	}
	var read []band
	for _, l := range labels {
		if b, ok := parseBand(l); ok {
			read = append(read, b)
		}
	}
	if len(read) > 2 && banded(read) && len(bodies) == 1 {
		c := d.add(Bands, t.name, d.words.say("labels", "grupper"), "")
		for _, b := range read {
			c.Of = append(c.Of, strings.NewReplacer(";", ",", "=", "-").Replace(b.label))
		}
	}
}

// saysHundred reports whether the notes speak of 100; a note about rounding that
// does not may be about counts.
func (t drawnTable) saysHundred() bool { return strings.Contains(t.notes, "100") }

func firstOf(a, b *Claim) *Claim {
	if a != nil {
		return a
	}
	return b
}

// body is the rows of a table between two lines that have no number.
type body struct {
	head [][]string
	rows [][]string
}

// parts parts a table at the rows without numbers. The headings are the rows
// before the first with one.
func parts(rows [][]string) []body {
	var out []body
	var head [][]string
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		numbers := false
		for _, cell := range row[1:] {
			numbers = numbers || bareCell.MatchString(cell)
		}
		switch {
		case !numbers && len(out) == 0:
			head = append(head, row)
		case !numbers:
			if len(out[len(out)-1].rows) > 0 {
				out = append(out, body{head: head})
			}
		case len(out) == 0:
			out = append(out, body{head: head, rows: [][]string{row}})
		default:
			out[len(out)-1].rows = append(out[len(out)-1].rows, row)
		}
	}
	return out
}

// columnsOf are the columns of numbers of a body, until its total.
func columnsOf(t drawnTable, b body) []column {
	width := 0
	for _, row := range b.rows {
		width = max(width, len(row))
	}
	var out []column
	for k := 1; k < width; k++ {
		c := column{number: k}
		for _, h := range b.head {
			if k < len(h) {
				c.head = strings.TrimSpace(c.head + " " + h[k])
			}
		}
		if errorHead.MatchString(c.head) {
			continue
		}
		whole, signs := true, false
		for _, row := range b.rows {
			if k >= len(row) {
				whole = false
				break
			}
			cell := strings.TrimSpace(row[k])
			if totalRow.MatchString(row[0]) {
				c.total = cell
				break
			}
			if !bareCell.MatchString(cell) {
				whole = false
				break
			}
			signs = signs || strings.HasSuffix(cell, "%")
			c.rows = append(c.rows, item{strings.NewReplacer(";", ",", "=", "-", ":", "").Replace(row[0]), cell})
		}
		if !whole || len(c.rows) < 2 {
			continue
		}
		counts := countHead.MatchString(c.head) && !shareHead.MatchString(c.head)
		c.shares = signs || shareHead.MatchString(c.head) || !counts && shareHead.MatchString(t.title) || !counts && (c.total == "" || c.total == "100") && nearHundred(c.rows)
		out = append(out, c)
	}
	return out
}

func nearHundred(rows []item) bool {
	sum := rat(0)
	for _, r := range rows {
		p, ok := parsePrinted(r.value, true)
		if !ok {
			return false
		}
		sum.Add(sum, p.point)
	}
	return sum.Cmp(rat(98)) >= 0 && sum.Cmp(rat(102)) <= 0
}

// severalRow reports whether a row says that rows overlap.
func severalRow(rows []item) bool {
	for _, r := range rows {
		if severalWords.MatchString(r.label) {
			return true
		}
	}
	return false
}

// column draws a whole from a column: of shares where they are near 100 or are
// said to be, of counts where a total is printed. A note about rounding says it
// of the one column that a table has.
func (d *drawer) column(t drawnTable, c column, alone bool) *Claim {
	rows := c.rows
	sum := rat(0)
	spread := zero()
	for _, r := range rows {
		p, ok := parsePrinted(r.value, c.shares)
		if !ok {
			return nil
		}
		sum.Add(sum, p.point)
		spread = spread.plus(p.in)
	}
	what := strings.TrimSpace(c.head)
	if c.shares {
		said, ok := parsePrinted(c.total, true)
		hundred := ok && said.point.Cmp(rat(100)) == 0
		if !spread.meets(exactly(rat(100))) {
			if !hundred && !(alone && t.saysHundred() && roundingNote.MatchString(t.notes)) {
				return nil
			}
			if rows = withoutNets(rows, rat(100), true); rows == nil {
				return nil
			}
		}
		claim := d.add(Whole, t.name, what, "")
		claim.Of = entriesOf(rows)
		if m := baseText.FindStringSubmatch(c.head + " " + t.title + " " + t.notes); m != nil && !weightWords.MatchString(t.notes) {
			if p, ok := parsePrinted(m[1], false); ok && p.point.Cmp(rat(100000)) < 0 && len(baseText.FindAllString(t.title+" "+t.notes, -1)) < 2 {
				claim.Base = m[1]
			}
		}
		return claim
	}
	total, ok := parsePrinted(c.total, false)
	if !ok || !wholeCell.MatchString(c.total) {
		return nil
	}
	for _, r := range rows {
		if !wholeCell.MatchString(r.value) {
			return nil
		}
	}
	if sum.Cmp(total.point) != 0 {
		if rows = withoutNets(rows, total.point, false); rows == nil {
			return nil
		}
	}
	claim := d.add(Whole, t.name, what, c.total)
	claim.Unit = "units"
	claim.Of = entriesOf(rows)
	return claim
}

// withoutNets leaves out rows that are the sum of two others, where the rest
// then makes the whole. Rows that make less than the whole, or come near it in
// no way, are given back as they are; nil where rows seem to overlap.
func withoutNets(rows []item, want *big.Rat, shares bool) []item {
	sum := rat(0)
	var points []*big.Rat
	for _, r := range rows {
		p, _ := parsePrinted(r.value, shares)
		points = append(points, p.point)
		sum.Add(sum, p.point)
	}
	slack := big.NewRat(int64(len(rows)), 2)
	if !shares {
		slack = rat(0)
	}
	for i := range rows {
		left := new(big.Rat).Sub(sum, points[i])
		if points[i].Sign() > 0 && new(big.Rat).Abs(left.Sub(left, want)).Cmp(slack) <= 0 {
			return append(append([]item{}, rows[:i]...), rows[i+1:]...)
		}
	}
	// Overlapping answers go far beyond the whole; a slip stays near it.
	if limit := new(big.Rat).Mul(want, big.NewRat(6, 5)); sum.Cmp(limit) > 0 {
		return nil
	}
	if limit := new(big.Rat).Mul(want, big.NewRat(4, 5)); sum.Cmp(limit) < 0 {
		return nil
	}
	return rows
}

func entriesOf(rows []item) []string {
	var out []string
	for _, r := range rows {
		out = append(out, r.label+" = "+r.value)
	}
	return out
}

// sumOf is what the percentages of a whole add to.
func sumOf(c *Claim) *big.Rat {
	sum := rat(0)
	for _, it := range c.items() {
		if p, ok := parsePrinted(it.value, true); ok {
			sum.Add(sum, p.point)
		}
	}
	return sum
}
