package sheet

// trapDir holds one small file per trap.
const trapDir = "../../testdata/workbook"
