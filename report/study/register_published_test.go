package study

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"stikprove/sample/crosstab"
)

// publishedRegister are the figures that the study of 2015 published of the
// register, in whole per cent, by the cell that the program puts them in.
// Tables 1 to 5 of the study's chapter on the register.
//
// What is not met, as published.yaml says under cannot_be_met: the 21,000
// persons and 120,000 spells, of which the example has 5,000 and 28,571, and
// table 5's years, of which the example has 2014. Table 5's bands are made to
// meet; its rows stand here by the bands as they are now.
var publishedRegister = []struct {
	figure  string
	at      cell
	percent int
}{
	{"table 1, under 30 years", cell{"person-age", "under_30", "all"}, 7},
	{"table 1, 30 to 49 years", cell{"person-age", "from_30_to_49", "all"}, 50},
	{"table 1, from 50 years", cell{"person-age", "from_50", "all"}, 42},
	{"table 1, women", cell{"person-sex", "women", "all"}, 61},
	{"table 1, men", cell{"person-sex", "men", "all"}, 39},
	{"table 1, Danish origin", cell{"person-origin", "danish", "all"}, 96},
	{"table 1, descendants, non-Western", cell{"person-origin", "descendants_non_western", "all"}, 0},
	{"table 1, descendants, Western", cell{"person-origin", "descendants_western", "all"}, 0},
	{"table 1, immigrants, non-Western", cell{"person-origin", "immigrants_non_western", "all"}, 2},
	{"table 1, immigrants, Western", cell{"person-origin", "immigrants_western", "all"}, 2},

	{"table 2, Samsø", cell{"municipality-lowest", "samsoe", "par56"}, 2},
	{"table 2, Gentofte", cell{"municipality-lowest", "gentofte", "par56"}, 3},
	{"table 2, København", cell{"municipality-lowest", "koebenhavn", "par56"}, 4},
	{"table 2, Lyngby-Taarbæk", cell{"municipality-lowest", "lyngbytaarbaek", "par56"}, 4},
	{"table 2, Ærø", cell{"municipality-lowest", "aeroe", "par56"}, 4},
	{"table 2, Høje-Taastrup", cell{"municipality-lowest", "hoejetaastrup", "par56"}, 4},
	{"table 2, Rødovre", cell{"municipality-lowest", "roedovre", "par56"}, 4},
	{"table 2, Hørsholm", cell{"municipality-lowest", "hoersholm", "par56"}, 4},
	{"table 2, Vordingborg", cell{"municipality-lowest", "vordingborg", "par56"}, 4},
	{"table 2, Herlev", cell{"municipality-lowest", "herlev", "par56"}, 4},
	{"table 2, Vesthimmerland", cell{"municipality-highest", "vesthimmerland", "par56"}, 13},
	{"table 2, Herning", cell{"municipality-highest", "herning", "par56"}, 11},
	{"table 2, Norddjurs", cell{"municipality-highest", "norddjurs", "par56"}, 11},
	{"table 2, Ikast-Brande", cell{"municipality-highest", "ikastbrande", "par56"}, 11},
	{"table 2, Tønder", cell{"municipality-highest", "toender", "par56"}, 10},
	{"table 2, Ringkøbing-Skjern", cell{"municipality-highest", "ringkoebingskjern", "par56"}, 10},
	{"table 2, Lemvig", cell{"municipality-highest", "lemvig", "par56"}, 10},
	{"table 2, Brønderslev", cell{"municipality-highest", "broenderslev", "par56"}, 10},
	{"table 2, Thisted", cell{"municipality-highest", "thisted", "par56"}, 10},
	{"table 2, Billund", cell{"municipality-highest", "billund", "par56"}, 10},
	{"table 2, the country", cell{"municipality-highest", "total", "par56"}, 7},

	{"table 3, 1 day", cell{"spell-length", "1", "all"}, 57},
	{"table 3, 2 days", cell{"spell-length", "2", "all"}, 16},
	{"table 3, 3 days", cell{"spell-length", "3", "all"}, 7},
	{"table 3, 4 days", cell{"spell-length", "4", "all"}, 4},
	{"table 3, 5 days", cell{"spell-length", "5", "all"}, 4},
	{"table 3, 6 days", cell{"spell-length", "6", "all"}, 1},
	{"table 3, 7 days", cell{"spell-length", "7", "all"}, 1},
	{"table 3, 2 to 4 weeks", cell{"spell-length", "2_to_4_weeks", "all"}, 6},
	{"table 3, 5 to 8 weeks", cell{"spell-length", "5_to_8_weeks", "all"}, 1},
	{"table 3, over 8 weeks", cell{"spell-length", "over_8_weeks", "all"}, 2},
	{"text, at most three days", cell{"spell-length", "up_to_3", "all"}, 81},

	{"table 4, 1 spell", cell{"spells-per-person", "1", "all"}, 21},
	{"table 4, 2 spells", cell{"spells-per-person", "2", "all"}, 15},
	{"table 4, 3 spells", cell{"spells-per-person", "3", "all"}, 12},
	{"table 4, 4 spells", cell{"spells-per-person", "4", "all"}, 9},
	{"table 4, 5 spells", cell{"spells-per-person", "5", "all"}, 8},
	{"table 4, 6 to 10 spells", cell{"spells-per-person", "6_to_10", "all"}, 22},
	{"table 4, 11 to 15 spells", cell{"spells-per-person", "11_to_15", "all"}, 7},
	{"table 4, 16 to 20 spells", cell{"spells-per-person", "16_to_20", "all"}, 3},
	{"table 4, over 20 spells", cell{"spells-per-person", "over_20", "all"}, 3},

	{"table 5, 2 days", cell{"gaps", "2", "all"}, 3},
	{"table 5, 3 days", cell{"gaps", "3", "all"}, 3},
	{"table 5, 4 days", cell{"gaps", "4", "all"}, 3},
	{"table 5, 5 days", cell{"gaps", "5", "all"}, 3},
	{"table 5, 6 days", cell{"gaps", "6", "all"}, 4},
	{"table 5, 7 days", cell{"gaps", "7", "all"}, 11},
	{"table 5, 8 days", cell{"gaps", "8", "all"}, 3},
	{"table 5, 9 days", cell{"gaps", "9", "all"}, 2},
	{"table 5, 10 days", cell{"gaps", "10", "all"}, 2},
	{"table 5, 11 to 13 days", cell{"gaps", "11_to_13", "all"}, 5},
	{"table 5, 14 days", cell{"gaps", "14", "all"}, 5},
	{"table 5, 15 to 21 days", cell{"gaps", "15_to_21", "all"}, 11},
	{"table 5, 22 to 30 days", cell{"gaps", "22_to_30", "all"}, 10},
	{"table 5, 31 to 60 days", cell{"gaps", "31_to_60", "all"}, 17},
	{"table 5, 61 to 120 days", cell{"gaps", "61_to_120", "all"}, 12},
	{"table 5, over 120 days", cell{"gaps", "over_120", "all"}, 6},
}

// TestPublishedRegister holds the example's register, as the report prints it,
// to every figure that the study published of its own.
func TestPublishedRegister(t *testing.T) {
	s, err := Load(example)
	require.NoError(t, err)
	reading, err := s.Register("da", nil, nil)
	require.NoError(t, err)
	tables := map[string]*crosstab.Table{}
	for _, made := range reading.Tables {
		tables[made.ID] = made.Of
	}
	for _, p := range publishedRegister {
		table := tables[p.at.table]
		if !assert.NotNil(t, table, p.figure) {
			continue
		}
		row := -1
		for i, r := range table.Rows {
			if r.ID == p.at.row {
				row = i
			}
		}
		column, err := table.Column(p.at.column)
		if !assert.NoError(t, err, p.figure) || !assert.GreaterOrEqual(t, row, 0, "%s: no row", p.figure) {
			continue
		}
		c := table.Cells[row][column]
		if assert.Equal(t, crosstab.Shown, c.Suppressed, p.figure) {
			assert.Equal(t, p.percent, (200*c.N+c.Base)/(2*c.Base), "%s: %d of %d, in whole per cent with halves up", p.figure, c.N, c.Base)
		}
	}
}
