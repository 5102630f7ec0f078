package platform

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

// marks stand between answers that share a cell, the surest first.
var marks = []string{";", "|", "\n", ", ", " / "}

// inferSeveral decides whether cells of a column hold several answers each:
// the same words stand, between the same marks, in cells that are different.
func (d *draft) inferSeveral(v *MappedVariable, s *store) bool {
	cells := map[string]int{}
	full := false
	s.each(func(c sheet.Cell, n int) bool {
		if c.Type == sheet.Text && !d.isMissingWord(clean(c.Text)) {
			cells[clean(c.Text)] += n
		}
		full = len(cells) > 2000
		return !full
	})
	if full {
		return false
	}
	for _, mark := range marks {
		options, rest, ok := learn(cells, mark)
		if !ok {
			continue
		}
		v.Kind, v.Separator, v.Options = survey.KindMultiple.String(), mark, optionsOf(options)
		d.guess("%s: several answers in a cell, with %s between them; options: %s", survey.Quote(v.Columns[0]), quoteMark(mark), thousands(len(options)))
		if rest > 0 {
			d.guess("%s: %s texts that are none of the options are read as what was written at other", survey.Quote(v.Columns[0]), thousands(rest))
			d.other(v)
		}
		return true
	}
	return false
}

// other gives v an option for texts that are no option, and a variable for
// the texts.
func (d *draft) other(v *MappedVariable) {
	for _, o := range v.Options {
		if isOther(o.Label) {
			v.openOther(d, o.Name)
			return
		}
	}
	v.Options = append(v.Options, MappedOption{Name: "other", Code: "other", Label: "Other"})
	v.openOther(d, "other")
}

func (v *MappedVariable) openOther(d *draft, option string) {
	if len(v.Options) > mostMultiple {
		return
	}
	d.add(MappedVariable{
		Name: v.Name + "_other", Label: v.Label, Kind: survey.KindText.String(), Columns: v.Columns,
		OtherOf: v.Name, OtherOption: option, Remainder: true,
	})
}

// quoteMark names what stands between answers.
func quoteMark(mark string) string {
	switch strings.TrimSpace(mark) {
	case "":
		if mark == "\n" {
			return "a line break"
		}
		return "a blank"
	}
	return survey.Quote(strings.TrimSpace(mark))
}

// learn returns the options that cells hold with mark between them, and how
// many parts are none of them. An option may hold the mark itself: parts that
// always stand together are one.
func learn(cells map[string]int, mark string) (options []string, rest int, ok bool) {
	var split [][]string
	var counts []int
	several, ended := 0, 0
	for _, cell := range slices.Sorted(maps.Keys(cells)) {
		parts := parted(cell, mark)
		split, counts = append(split, parts), append(counts, cells[cell])
		if len(parts) > 1 {
			several++
		}
		if mark == ";" && strings.HasSuffix(cell, ";") {
			ended++
		}
	}
	certain := ended > 0 && ended == len(cells) // a mark behind every answer
	if several == 0 && !certain {
		return nil, 0, false
	}
	for range 4 { // an option may hold the mark more than once
		if !join(split, counts, mark) {
			break
		}
	}
	times, places := map[string]int{}, map[string]int{}
	total, still := 0, 0
	for i, parts := range split {
		if len(parts) > 1 {
			still++
		}
		for _, p := range parts {
			times[p] += counts[i]
			places[p]++
			total += counts[i]
		}
	}
	shared := 0
	for p, n := range times {
		if len(p) > 4*longestLabel {
			return nil, 0, false
		}
		if n > 1 || certain {
			options = append(options, p)
		} else {
			rest += n
		}
		if places[p] > 1 {
			shared++
		}
	}
	if certain {
		// What was typed stands once, and the options repeat.
		once := slices.DeleteFunc(slices.Clone(options), func(p string) bool { return times[p] > 1 })
		if 2*len(once) <= len(options) && len(cells) > 5 {
			options, rest = slices.DeleteFunc(options, func(p string) bool { return times[p] == 1 }), len(once)
		}
	}
	slices.Sort(options)
	ok = len(options) <= mostMultiple-1 && len(options) > 0 &&
		(certain || still > 0 && shared >= 2 && len(options) >= 2 && 10*(total-rest) >= 6*total && len(options) <= 2*len(cells))
	return options, rest, ok
}

// parted returns the parts of a cell.
func parted(cell, mark string) []string {
	var parts []string
	for _, p := range strings.Split(cell, mark) {
		if p = strings.Trim(oneLine(p), "/ "); p != "" {
			parts = append(parts, p)
		}
	}
	return parts
}

// join makes one of two parts that stand beside each other wherever either
// stands, in more than one answer. It reports whether it found any.
func join(split [][]string, counts []int, mark string) bool {
	type pair struct{ a, b string }
	alone, together := map[string]int{}, map[pair]int{}
	for i, parts := range split {
		for k, p := range parts {
			alone[p] += counts[i]
			if k > 0 {
				together[pair{parts[k-1], p}] += counts[i]
			}
		}
	}
	found := map[pair]bool{}
	for p, n := range together {
		if n > 1 && alone[p.a] == n && alone[p.b] == n {
			found[p] = true
		}
	}
	// Answers that are always given together are not one option unless the
	// second goes on as a sentence does.
	maps.DeleteFunc(found, func(p pair, _ bool) bool {
		if enumerates(p.b, mark) {
			return false // A, B or C
		}
		first := []rune(p.b)[0]
		return !(strings.ToLower(string(first)) == string(first) && cmp.Compare(strings.ToUpper(string(first)), string(first)) != 0)
	})
	for i, parts := range split {
		var joined []string
		for _, p := range parts {
			if n := len(joined); n > 0 && found[pair{last(joined[n-1], mark), p}] {
				joined[n-1] += mark + p
				continue
			}
			joined = append(joined, p)
		}
		split[i] = joined
	}
	return len(found) > 0
}

// enumerates reports whether an option goes on with "or" behind a mark, so
// that what stands before it may belong to the same list of words.
func enumerates(s, mark string) bool {
	for _, word := range []string{"or ", "and ", "eller ", "og "} {
		if strings.Contains(s, strings.TrimRight(mark, " ")+" "+word) {
			return true
		}
	}
	return false
}

// last returns what stands behind the last mark.
func last(s, mark string) string {
	if i := strings.LastIndex(s, mark); i >= 0 {
		return s[i+len(mark):]
	}
	return s
}
