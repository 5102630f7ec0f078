package sheet

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// odsContentOf makes the content part of an .ods of one table, Svar.
func odsContentOf(rows string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="Svar"><table:table-column/>` +
		rows + `</table:table><table:table table:name="Lister" table:style-name="ta2"/></office:spreadsheet></office:body></office:document-content>`
}

// odsOf makes an .ods of the content.
func odsOf(t testing.TB, rows string) []byte {
	t.Helper()
	return pack(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", odsContentOf(rows))
}

// seedTable is cells in every form.
const seedTable = `<table:table-header-rows><table:table-row><table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>Lidelse</text:p><text:p>i <text:span>Æ<text:s text:c="2"/>b</text:span></text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows>` +
	`<table:table-row-group><table:table-row table:number-rows-repeated="2" table:visibility="filter"><table:table-cell table:number-columns-repeated="3" office:value-type="float" calcext:value-type="float" office:value="1.5"><text:p>1,5</text:p></table:table-cell></table:table-row></table:table-row-group>` +
	`<table:table-row><table:table-cell office:value-type="date" office:date-value="2015-03-01"><text:p>01-03-15</text:p></table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true"/><table:table-cell office:value-type="time" office:time-value="PT18H00M00S"/>` +
	`<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell table:formula="of:=1+1"/><table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>007</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16378"/></table:table-row>` +
	`<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>`

func TestODS(t *testing.T) {
	w, err := openBytes("a.ods", odsOf(t, seedTable))
	require.NoError(t, err)
	assert.Equal(t, "ods", w.Kind())
	assert.Equal(t, []string{"Svar"}, w.Sheets())
	assert.Equal(t, []string{"Lister"}, w.HiddenSheets())
	g, err := w.Read("Svar")
	require.NoError(t, err)
	assert.Equal(t, 4, g.Rows())
	assert.Equal(t, []Range{{1, 1, 1, 2}}, g.Merged())
	assert.Equal(t, []bool{false, true, true, false}, []bool{g.Hidden(1), g.Hidden(2), g.Hidden(3), g.Hidden(4)})
	for at, want := range map[[2]int]Cell{
		{1, 1}: {Type: Text, Text: "Lidelse\ni Æ  b"},
		{2, 3}: {Type: Number, Text: "1.5", Number: 1.5},
		{3, 1}: {Type: Number, Text: "1.5", Number: 1.5},
		{4, 1}: {Type: Date, Text: "2015-03-01", Number: 16495},
		{4, 2}: {Type: Bool, Text: "TRUE", Number: 1},
		{4, 3}: {Type: Date, Text: "18:00:00", Number: 0.75},
		{4, 4}: {Type: Error, Text: "#DIV/0!", Formula: true},
		{4, 5}: {Formula: true, Uncached: true},
		{4, 6}: {Type: Text, Text: "007"},
	} {
		assert.Equal(t, want, g.Cell(at[0], at[1]), at)
	}
}

func TestODSProblems(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"no number": {`<table:table-row/><table:table-row><table:table-cell/><table:table-cell office:value-type="float"/></table:table-row>`, "a.ods: 'Svar'!B2: the cell is stored as a number and holds none"},
		"no date":   {`<table:table-row><table:table-cell office:value-type="date" office:date-value="i går"/></table:table-row>`, "'Svar'!A1: the cell is stored as a date and holds none"},
		"type":      {`<table:table-row><table:table-cell office:value-type="void"/></table:table-row>`, "a type that LibreOffice does not have"},
		"repeated":  {`<table:table-row table:number-rows-repeated="0"/>`, "a cell is repeated"},
		"columns":   {`<table:table-row><table:table-cell table:number-columns-repeated="16384"/><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`, "more than 16384 columns"},
		"rows":      {`<table:table-row table:number-rows-repeated="1048576"/><table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>`, "more than 1048576 rows"},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := openBytes("a.ods", odsOf(t, c.xml))
			require.NoError(t, err)
			_, err = w.Read("Svar")
			assert.ErrorContains(t, err, c.want)
		})
	}
}
