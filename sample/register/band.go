package register

import "stikprove/survey"

// band is a group of whole numbers from from to to, both included.
type band struct {
	id       string
	from, to int
	label    survey.Text
}

// endless is above every number counted.
const endless = 1 << 30

func text(da, en string) survey.Text { return survey.Text{"da": da, "en": en} }

// lengthBands are the study's bands of a spell's length in days. The study
// prints one to seven days by the day.
var lengthBands = []band{
	{"1", 1, 1, text("1 dag", "1 day")}, {"2", 2, 2, text("2 dage", "2 days")}, {"3", 3, 3, text("3 dage", "3 days")},
	{"4", 4, 4, text("4 dage", "4 days")}, {"5", 5, 5, text("5 dage", "5 days")}, {"6", 6, 6, text("6 dage", "6 days")},
	{"7", 7, 7, text("7 dage", "7 days")},
	{"2_to_4_weeks", 8, 28, text("2-4 uger (8-28 dage)", "2-4 weeks (8-28 days)")},
	{"5_to_8_weeks", 29, 56, text("5-8 uger (29-56 dage)", "5-8 weeks (29-56 days)")},
	{"over_8_weeks", 57, endless, text("Mere end 8 uger (fra 57 dage)", "Over 8 weeks (from 57 days)")},
}

// spellBands are the study's bands of a person's spells in the year.
var spellBands = []band{
	{"1", 1, 1, text("1 forløb", "1 spell")}, {"2", 2, 2, text("2 forløb", "2 spells")}, {"3", 3, 3, text("3 forløb", "3 spells")},
	{"4", 4, 4, text("4 forløb", "4 spells")}, {"5", 5, 5, text("5 forløb", "5 spells")},
	{"6_to_10", 6, 10, text("6-10 forløb", "6-10 spells")}, {"11_to_15", 11, 15, text("11-15 forløb", "11-15 spells")},
	{"16_to_20", 16, 20, text("16-20 forløb", "16-20 spells")}, {"over_20", 21, endless, text("Mere end 20 forløb", "Over 20 spells")},
}

// gapBands are the study's bands of the days from the end of a spell to the
// start of the next, made to meet: as published they leave out one day, give
// ten days and two weeks twice, and three weeks, one, two and four months too.
// A band holds its last day, and a month is thirty days.
var gapBands = []band{
	{"overlap", 0, 0, text("Overlapper", "Overlapping")}, {"1", 1, 1, text("1 dag", "1 day")},
	{"2", 2, 2, text("2 dage", "2 days")}, {"3", 3, 3, text("3 dage", "3 days")}, {"4", 4, 4, text("4 dage", "4 days")},
	{"5", 5, 5, text("5 dage", "5 days")}, {"6", 6, 6, text("6 dage", "6 days")}, {"7", 7, 7, text("7 dage", "7 days")},
	{"8", 8, 8, text("8 dage", "8 days")}, {"9", 9, 9, text("9 dage", "9 days")}, {"10", 10, 10, text("10 dage", "10 days")},
	{"11_to_13", 11, 13, text("11-13 dage", "11-13 days")}, {"14", 14, 14, text("14 dage", "14 days")},
	{"15_to_21", 15, 21, text("15-21 dage", "15-21 days")}, {"22_to_30", 22, 30, text("22-30 dage", "22-30 days")},
	{"31_to_60", 31, 60, text("31-60 dage", "31-60 days")}, {"61_to_120", 61, 120, text("61-120 dage", "61-120 days")},
	{"over_120", 121, endless, text("Over 120 dage", "Over 120 days")},
}

// ageBands are the study's bands of a person's age.
var ageBands = []band{
	{"under_30", 0, 29, text("Under 30 år", "Under 30")}, {"from_30_to_49", 30, 49, text("30-49 år", "30-49")},
	{"from_50", 50, mostAge, text("50 år eller ældre", "50 or older")},
}

// in returns how many of counts, which stand by number, are in the band.
func (b band) in(counts []int) int {
	if b.from >= len(counts) {
		return 0
	}
	return total(counts[b.from:min(b.to+1, len(counts))])
}

// groups returns the groups of counts by bands.
func groups(bands []band, counts []int) []group {
	var out []group
	for _, b := range bands {
		out = append(out, group{id: b.id, label: b.label, n: b.in(counts)})
	}
	return out
}
