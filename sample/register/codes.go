package register

import (
	"slices"
	"strings"
)

// sexes and origins are the options of a record's sex and origin by their
// number; 0 is not known.
var (
	sexes   = []string{"unknown", "women", "men"}
	origins = []string{"unknown", "danish", "descendants_non_western", "descendants_western", "immigrants_non_western", "immigrants_western"}
)

// sexOf returns the number of a sex as files write it. 1 is a man and 2 a
// woman, as Statistics Denmark has it.
func sexOf(text string) uint16 {
	switch folded(text) {
	case "k", "kvinde", "kvinder", "f", "female", "woman", "women", "2":
		return 1
	case "m", "mand", "maend", "male", "man", "men", "1":
		return 2
	}
	return 0
}

// originOf returns the number of an origin as files write it.
func originOf(text string) uint16 {
	if n := slices.Index(origins, text); n > 0 {
		return uint16(n)
	}
	key := folded(text)
	switch key {
	case "d", "dk", "dansk", "danskherkomst", "danishorigin", "danish":
		return 1
	case "ei", "eiv":
		return 2
	case "ev":
		return 3
	case "ii", "iiv":
		return 4
	case "iv":
		return 5
	}
	descendant := strings.HasPrefix(key, "efterkom") || strings.HasPrefix(key, "descend")
	immigrant := strings.HasPrefix(key, "indvand") || strings.HasPrefix(key, "immig")
	western := strings.Contains(key, "vest") || strings.Contains(key, "west")
	not := strings.Contains(key, "ikkevest") || strings.Contains(key, "nonwest")
	switch {
	case !western || descendant == immigrant:
		return 0
	case descendant && not:
		return 2
	case descendant:
		return 3
	case not:
		return 4
	}
	return 5
}

// ageOf returns the age at a day, which is in year, of somebody whose birth is a date, or a year:
// then it is the age that is reached in the year. False where it is neither, or
// an age outside 0 to 126.
func ageOf(birth []byte, at Day, year int) (uint8, bool) {
	age := 0
	if len(birth) == 4 && number(birth) >= 0 {
		age = year - number(birth)
	} else {
		born, ok := parseDay(birth)
		if !ok {
			return noAge, false
		}
		_, month, day := at.Date()
		y, m, d := born.Date()
		age = year - y
		if month < m || month == m && day < d {
			age--
		}
	}
	if age < 0 || age > mostAge {
		return noAge, false
	}
	return uint8(age), true
}

// number returns the whole number that a field of digits is, or -1.
func number(b []byte) int {
	n := 0
	for _, c := range b {
		if c-'0' > 9 {
			return -1
		}
		n = n*10 + int(c-'0')
	}
	return n
}
