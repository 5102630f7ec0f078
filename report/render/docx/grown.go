package docx

import (
	"fmt"
	"strings"

	"stikprove/report"
)

// grown reports whether a table of the file was written without rows or columns
// that t has. Its description tells: it counts the rows and lists the columns
// that were written, whatever somebody has deleted since.
func (u *updater) grown(t *report.Table, in *node, found []control) bool {
	old := in.child("tblPr").val("tblDescription")
	body, ok := u.shape(t)
	if !ok || old == "" || strings.HasPrefix(old, body) {
		return false
	}
	there := map[string]bool{}
	for _, c := range found {
		there[c.tag] = true
	}
	rows, lacking := 0, 0
	columns := make([]int, len(t.Heads)) // 1 with no number in the file, 2 with one
	for _, row := range t.Rows {
		cells, has := 0, 0
		for k, c := range row.Cells {
			if c.Text == "" || k >= len(t.Heads) {
				continue
			}
			cells++
			if columns[k] = max(columns[k], 1); there[cellTag(t, row, k)] {
				has, columns[k] = has+1, 2
			}
		}
		if !row.Heading {
			rows++
		}
		if cells > 0 && has == 0 {
			lacking++
		}
	}
	var all, had []string
	for k, h := range t.Heads {
		if all = append(all, h.Text); columns[k] != 1 {
			had = append(had, h.Text)
		}
	}
	before := strings.Replace(body, fmt.Sprintf(": %s. ", u.want.say.Number(rows)), fmt.Sprintf(": %s. ", u.want.say.Number(rows-lacking)), 1)
	before = strings.Replace(before, strings.TrimSuffix(strings.Join(all, ", "), "."), strings.TrimSuffix(strings.Join(had, ", "), "."), 1)
	return strings.HasPrefix(old, before)
}

// shape returns what the description of a table says before its base, if it
// ends in one.
func (u *updater) shape(t *report.Table) (string, bool) {
	if t == nil || t.Of == nil {
		return "", false
	}
	return strings.CutSuffix(t.Summary, u.want.say.BaseOf(t.Of.Base)+".")
}

// redescribe renews the base that the description of a cell's table ends in,
// which readers hear who do not see the table. A description that somebody has
// rewritten stays.
func (u *updater) redescribe(c control) {
	id, ok := u.tableOf(c)
	if !ok || c.table == nil || u.described[c.table] {
		return
	}
	u.described[c.table] = true
	t := u.want.tables[id]
	said := c.table.child("tblPr").child("tblDescription")
	body, ok := u.shape(t)
	if !ok || said == nil || said.attr("val") == t.Summary || !strings.HasPrefix(said.attr("val"), body) || undigited(said.attr("val")) != undigited(t.Summary) {
		return
	}
	tag := string(u.source[said.from:said.to])
	u.edits = append(u.edits, edit{said.from, said.to, setAttr(tag, said.prefix+"val", escape(t.Summary))})
	u.changes.add(Change{Kind: Changed, Tag: "table:" + id + " (alternative text)", New: t.Summary})
}

// undigited returns text without its numbers.
func undigited(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r == '.' || r == ',' {
			return -1
		}
		return r
	}, text)
}
