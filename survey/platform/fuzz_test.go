package platform_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"stikprove/survey/platform"
	"stikprove/survey/sheet"
)

// Whatever headings and cells there are, nothing panics, every row of the
// sheet is accounted for, and the mapping reads what was read.
func FuzzRead(f *testing.F) {
	for _, pattern := range exampleFolders {
		files, _ := filepath.Glob(filepath.Join("testdata", pattern, "*.csv"))
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(string(data))
		}
	}
	f.Add(xactDataset)
	f.Add("note\n\na;b;c\n1;2;3\n\n\nx;y;z\n4;5;6\n")
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		path := filepath.Join(t.TempDir(), "f.csv")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		w, err := sheet.OpenWith(path, sheet.Options{Encoding: "utf-8"})
		if err != nil {
			return
		}
		l, err := platform.Recognise(w, "")
		if err != nil {
			return
		}
		grid, err := w.Read("")
		if err != nil {
			t.Fatal("recognised and cannot be read: ", err)
		}
		a := l.Account()
		if sum := a.Above + a.Headings + a.Blank + a.Read; sum != grid.Rows() {
			t.Errorf("%d rows in the sheet, accounted for %+v", grid.Rows(), a)
		}
		mapping := l.Mapping()
		d, err := platform.Read(w, l, nil, "rows")
		if err != nil {
			if strings.Contains(err.Error(), "no column") && !strings.Contains(err.Error(), "nothing else says how far") {
				t.Error("the file's own mapping misses its columns: ", err)
			}
			return
		}
		if d.Rows() != a.Read {
			t.Errorf("%d rows read, accounted for %+v", d.Rows(), a)
		}
		again, err := platform.ReadMapped(w, mapping, nil, "rows")
		if err != nil {
			t.Fatal("by the mapping: ", err)
		}
		if dumped(d, mapping) != dumped(again, mapping) {
			t.Error("the mapping reads something else")
		}
	})
}
