package audit

import (
	"fmt"
	"regexp"
	"strings"
)

var (
	numberWord = `\d{1,3}|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve`
	restOfFew  = regexp.MustCompile(`(?i)\b(?:resten|the rest|the others|de øvrige)\b[^.;]{0,30}?\b(` + numberWord + `)\s+(\p{L}+)[^.;]{0,20}?\b(?:med|with|having)\s+((?:højst|at most|no more than|up to) (?:` + numberWord + `)|1 eller 2|en eller to|1-2|one or two|1 or 2)\b[^.;]{0,30}\b(?:hver|each)\b`)
	kindItem   = regexp.MustCompile(`^(\p{L}[^:;=%]{1,70}):\s*(\d{1,5})(?:\s+\p{L}+)?[\s.,]*$`)
	kindsOfFew = regexp.MustCompile(`(?i)(?:1 eller 2|en eller to|et eller to|one or two|1 or 2|1-2)\s+(\p{L}+)[^:]{0,20}:\s*(.+)$`)
	kindsTotal = regexp.MustCompile(`(\d{1,3}(?:[.,]\d{3})+|\d{1,6})\s+(\p{L}+)[^.%]{0,60}:\s*$`)
	commaAnd   = regexp.MustCompile(`(?i),\s+(?:samt|og|and)\s`)
	counted    = map[string]string{"to": "2", "tre": "3", "fire": "4", "fem": "5", "seks": "6", "syv": "7", "otte": "8", "ni": "9", "ti": "10", "elleve": "11", "tolv": "12",
		"two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12"}
)

// inDigits is a number in words as digits.
func inDigits(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if n, ok := counted[s]; ok {
		return n
	}
	return s
}

// eachOf is how many units each of some kinds has: "at most 2" is 1-2.
func eachOf(s string) string {
	s = strings.ToLower(s)
	for _, most := range []string{"højst ", "at most ", "no more than ", "up to "} {
		if n, ok := strings.CutPrefix(s, most); ok {
			return "1-" + inDigits(n)
		}
	}
	return "1-2"
}

// kindsIn draws a total of which a sentence counts some kinds, and the rest as
// so many kinds of few, and reports whether there is one.
func (d *drawer) kindsIn(s, where string) bool {
	m := restOfFew.FindStringSubmatchIndex(s)
	if m == nil {
		return false
	}
	before := countAlone.FindAllStringIndex(s[:m[0]], -1)
	if len(before) < 2 || noCount.MatchString(s[:m[0]]) {
		return false
	}
	c := d.add(Breakdown, where, quoted(s), s[before[0][0]:before[0][1]])
	c.Parts, c.Each, c.Unit = inDigits(s[m[2]:m[3]]), eachOf(s[m[6]:m[7]]), strings.ToLower(firstWord(s[before[0][1]:]))
	for i, k := range before[1:] {
		end := m[0]
		if i+2 < len(before) {
			end = before[i+2][0]
		}
		c.Of = append(c.Of, entry(firstClause(s[k[1]:end]), s[k[0]:k[1]]))
	}
	return true
}

func firstWord(s string) string {
	return strings.Trim(word.FindString(s), "0123456789")
}

// kinds draws a list of kinds under a line that counts them all: items with a
// number each, and one that names those with one or two.
func (d *drawer) kinds(blocks []block) map[int]bool {
	used := map[int]bool{}
	for i, b := range blocks {
		m := kindsTotal.FindStringSubmatch(b.text)
		if b.kind != paragraph || m == nil {
			continue
		}
		var of, few []string
		var items []int
		fewest := 0
		for j := i + 1; j < len(blocks) && blocks[j].kind == paragraph; j++ {
			text := blocks[j].text
			if k := kindItem.FindStringSubmatch(text); k != nil {
				of, items = append(of, entry(k[1], k[2])), append(items, j)
				continue
			}
			k := kindsOfFew.FindStringSubmatch(text)
			if k == nil {
				break
			}
			fewest = len(strings.Split(k[2], ",")) - len(commaAnd.FindAllString(k[2], -1))
			for _, name := range strings.Split(commaAnd.ReplaceAllString(k[2], ", "), ",") {
				if name = strings.Trim(strings.NewReplacer(";", ",", "=", "-").Replace(name), " ."); name != "" {
					few = append(few, name)
				}
			}
			items = append(items, j)
			break
		}
		if len(of) == 0 || len(items) < 2 {
			continue
		}
		c := d.add(Breakdown, b.place, quoted(b.text), m[1])
		c.Unit, c.Of = strings.ToLower(m[2]), append(of, few...)
		if len(few) > 0 {
			c.Each = "1-2"
			if fewest < len(few) { // the last two may be one
				c.Parts = fmt.Sprintf("%d-%d", fewest, len(few))
			}
		}
		for _, j := range items {
			used[j] = true
		}
	}
	return used
}
