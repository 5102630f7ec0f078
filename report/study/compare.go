package study

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"

	"stikprove/report"
	"stikprove/sample/association"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Compared is two waves of a study, held against each other.
type Compared struct {
	Waves    report.Waves // what is to be known before any number
	Tables   []*report.Table
	Language string
	Notes    []string // for whoever ran it, not for readers
}

// Compare holds the tables of a study against those of an earlier wave, each
// through its own study's disclosure control. The later study's compare says
// what is called otherwise in the earlier, where it names that; what it does not
// name goes by the same name. ids are tables of the later study: of a named
// table every column is compared, and where none is named everybody of each
// table. An empty language is the later study's own.
//
// The error is [survey.Problems] with what is wrong in either study.
func Compare(earlier, later *Study, ids []string, language string, progress Progress) (*Compared, error) {
	language = cmp.Or(language, later.config.Language)
	mapping := later.config.Compare
	out := &Compared{Language: language}
	switch {
	case mapping == nil:
		out.Notes = append(out.Notes, "study.yaml of the later study names no earlier wave (compare); what has the same name is compared")
	case !sameFolder(earlier.inputs.dir, later.inputs.path(mapping.Study)):
		out.Notes = append(out.Notes, fmt.Sprintf("study.yaml of the later study is compared with %s; what has the same name is compared here", mapping.Study))
		mapping = nil
	}
	after, err := later.tabulated(language, nil, progress)
	if err != nil {
		return nil, inFolder(err, later.inputs.dir)
	}
	before, err := earlier.tabulated(language, after.s, progress)
	if err != nil {
		return nil, inFolder(err, earlier.inputs.dir)
	}
	c := newComparing(before, after, mapping, language)
	problems := c.check()
	if problems != nil {
		return nil, inFolder(problems.Err(), later.inputs.dir)
	}
	named := len(ids) > 0
	if !named {
		ids = after.ids()
	}
	for _, id := range ids {
		layers := after.layers(id)
		if len(layers) == 0 {
			problems = append(problems, survey.Problem{File: path.Join(filepath.ToSlash(later.inputs.dir), later.file), Message: fmt.Sprintf("no table %s%s", survey.Quote(id), survey.DidYouMean(id, after.ids()))})
		}
		for _, layer := range layers {
			for _, t := range c.columns(layer, named) {
				laid, err := report.Lay(t, language)
				if err != nil {
					return nil, err
				}
				out.Tables = append(out.Tables, laid)
			}
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	if !named {
		c.gone()
		c.questions()
	}
	out.Waves = c.waves()
	return out, nil
}

// LoadWave loads one of several studies, at path: what is wrong with it is said
// of its files as they lie in the folder that the user knows it by.
func LoadWave(path, known string) (*Study, error) {
	file := path
	if stat, err := os.Stat(path); err == nil && stat.IsDir() {
		file = filepath.Join(path, "study.yaml")
	}
	if _, err := os.Stat(file); err != nil {
		return nil, survey.Problem{File: filepath.ToSlash(known), Message: "no such study; want a folder with study.yaml, or the file itself"}
	}
	s, err := Load(path)
	if err != nil {
		return nil, inFolder(err, folderOf(known))
	}
	return s, nil
}

// folderOf returns the folder of a study's path, which may be of its YAML file.
func folderOf(known string) string {
	if ext := filepath.Ext(known); ext == ".yaml" || ext == ".yml" {
		return filepath.Dir(known)
	}
	return known
}

// sameFolder reports whether two studies' paths are of one folder; a path may be
// of the YAML file in it.
func sameFolder(a, b string) bool {
	first, err := os.Stat(a)
	second, e := os.Stat(b)
	if e == nil && !second.IsDir() {
		second, e = os.Stat(filepath.Dir(b))
	}
	return err == nil && e == nil && os.SameFile(first, second)
}

// inFolder returns problems with the folder of the study they are in before
// their files.
func inFolder(err error, folder string) error {
	var many survey.Problems
	var one survey.Problem
	switch {
	case errors.As(err, &many):
		many = slices.Clone(many)
	case errors.As(err, &one):
		many = survey.Problems{one}
	default:
		return err
	}
	for i := range many {
		many[i].File = path.Join(filepath.ToSlash(folder), many[i].File)
	}
	return many.Err()
}

// wave is one study read and tabulated: its tables as they may be printed.
type wave struct {
	s      *Study
	data   *Data
	tables []*crosstab.Table
	specs  map[string]table  // of each table, layers by themselves; none of a register's
	of     map[string]string // id of the table that a layer is of
}

// tabulated reads a study and makes its tables, comparisons apart. Persons go by
// the same pseudonyms as in with, where there is one.
func (s *Study) tabulated(language string, with *Study, progress Progress) (*wave, error) {
	s = s.afresh()
	s.language = language
	if with != nil {
		s.pseudonyms = with.pseudonyms
	}
	s.config.Tables = slices.DeleteFunc(slices.Clone(s.config.Tables), func(t table) bool { return t.Compare != "" })
	data, err := s.read(progress)
	if err != nil {
		return nil, err
	}
	progress.say("tabulating")
	tables, err := s.tables(data)
	if err != nil {
		return nil, fmt.Errorf("tabulating: %w", err)
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	return s.wave(data, tables), nil
}

// wave returns what s has read and tabulated.
func (s *Study) wave(data *Data, tables []*crosstab.Table) *wave {
	w := &wave{s: s, data: data, tables: tables, specs: map[string]table{}, of: map[string]string{}}
	for _, spec := range s.config.Tables {
		if spec.Compare != "" {
			continue
		}
		for _, layer := range s.layered(data, spec) {
			w.specs[layer.ID], w.of[layer.ID] = layer, spec.ID
		}
	}
	return w
}

// ids returns the tables that can be named, layers as one. What coding lists by
// itself differs with the answers and is no measure.
func (w *wave) ids() []string {
	var ids []string
	for _, t := range w.tables {
		if id := cmp.Or(w.of[t.ID], t.ID); w.specs[t.ID].appendix == "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// layers returns the tables called id, or those of its layers.
func (w *wave) layers(id string) []*crosstab.Table {
	var out []*crosstab.Table
	for _, t := range w.tables {
		if t.ID == id || w.of[t.ID] == id {
			out = append(out, t)
		}
	}
	return out
}

// table returns the table called id, or nil.
func (w *wave) table(id string) *crosstab.Table {
	for _, t := range w.tables {
		if t.ID == id {
			return t
		}
	}
	return nil
}

// name is what a wave is called.
func (w *wave) name() string {
	if w.s.config.Wave != "" {
		return w.s.config.Wave
	}
	folder, err := filepath.Abs(w.s.inputs.dir)
	if err != nil {
		return w.s.inputs.dir
	}
	return filepath.Base(folder)
}

// compared makes the study's own comparisons with the earlier wave, and what is
// to be known of the two. tables are the study's, as they may be printed.
func (s *Study) compared(data *Data, tables []*crosstab.Table, language string, progress Progress) ([]*crosstab.Table, *report.Waves, error) {
	var asked []table
	for _, t := range s.config.Tables {
		if t.Compare != "" && (s.only == "" || s.only == t.ID) {
			asked = append(asked, t)
		}
	}
	if len(asked) == 0 || len(s.problems) > 0 {
		return nil, nil, nil
	}
	mapping := s.config.Compare
	earlier, err := LoadWave(s.inputs.path(mapping.Study), mapping.Study)
	if err != nil {
		return nil, nil, s.keep(s.file, err)
	}
	progress.say("reading " + mapping.Study)
	before, err := earlier.tabulated(language, s, progress)
	if err != nil {
		return nil, nil, s.keep(s.file, inFolder(err, folderOf(mapping.Study)))
	}
	for _, f := range before.s.inputs.files {
		f.File = path.Join(filepath.ToSlash(folderOf(mapping.Study)), f.File)
		s.inputs.keep(f)
	}
	after := s.wave(data, tables)
	c := newComparing(before, after, mapping, language)
	if s.problems = append(s.problems, c.check()...); len(s.problems) > 0 {
		return nil, nil, nil
	}
	var out []*crosstab.Table
	for _, spec := range asked {
		t := after.table(spec.Compare)
		if t == nil {
			s.add(spec.place, "table "+spec.ID, "compare: no table %s was made; of layers each is called by its own id", survey.Quote(spec.Compare))
			continue
		}
		if spec.Column == "" && byRow(t) {
			s.add(spec.place, "table "+spec.ID, "column: the percentages of table %s run by row; want the column that is compared%s", survey.Quote(t.ID),
				survey.Instead("", groupIDs(t)))
			continue
		}
		if _, err := t.Column(spec.Column); err != nil {
			s.add(spec.place, "table "+spec.ID, "column: %v", err)
			continue
		}
		if compared := c.table(t, spec.ID, spec.Title, spec.Column); compared != nil {
			out = append(out, compared)
		} else {
			s.add(spec.place, "table "+spec.ID, "cannot be compared with %s: %s", mapping.Study, c.lastReason())
		}
	}
	c.declared()
	c.questions()
	waves := c.waves()
	return out, &waves, nil
}

// comparison makes one comparison of the study, with all tables, as the one it
// is of is protected together with them.
func (s *Study) comparison(id, language string, progress Progress) ([]*report.Table, error) {
	s.config.Tables = slices.DeleteFunc(slices.Clone(s.config.Tables), func(t table) bool { return t.Compare != "" && t.ID != id })
	s.config.Figures = nil
	s.config.untold()
	_, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	tables := slices.DeleteFunc(document.Tables, func(t *report.Table) bool { return t.ID != id })
	for i := range tables {
		tables[i].Number = i + 1 // there are no others in print
	}
	return tables, nil
}

// byRow reports whether each row of a table has its own base, so that everybody
// is all of it.
func byRow(t *crosstab.Table) bool {
	return t.Percent == crosstab.OfRow && len(t.Columns) > 1
}

// groupIDs returns the ids of the columns of options.
func groupIDs(t *crosstab.Table) []string {
	var ids []string
	for _, c := range t.Columns {
		if c.Kind == crosstab.Group {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// columns compares a table: everybody and, where all is asked for, each of its
// columns as a table of its own.
func (c *comparing) columns(t *crosstab.Table, all bool) []*crosstab.Table {
	var ids []string
	if !byRow(t) {
		ids = append(ids, "")
	}
	if all || byRow(t) {
		ids = append(ids, groupIDs(t)...)
	}
	var out []*crosstab.Table
	for _, column := range ids {
		id, title := t.ID, t.Title
		if column != "" {
			at, _ := t.Column(column) // it is one of t's
			id, title = t.ID+"-"+column, titled(c.title(t), c.say.ColumnLabel(t.Columns[at]), c.say.Tag)
		}
		compared := c.table(t, id, title, column)
		if compared == nil && !c.columnOnly {
			return out // no other column can be compared either
		}
		if compared != nil {
			out = append(out, compared)
		}
	}
	return out
}

// titled returns a title with the group that a table is of.
func titled(title, group, language string) survey.Text {
	return survey.Text{language: title + ": " + group}
}

// adjustment is how p values are raised.
func (m *earlierWave) adjustment() association.Adjustment {
	if m == nil {
		return association.Holm
	}
	return association.Adjustment(cmp.Or(m.Adjust, string(association.Holm)))
}

// gone notes the earlier wave's tables that the later has not.
func (c *comparing) gone() {
	met := map[string]bool{}
	for _, t := range c.after.tables {
		met[c.mapping.tableThere(t.ID, c.after.of[t.ID])] = true
	}
	for _, t := range c.before.tables {
		if !met[t.ID] && c.before.specs[t.ID].appendix == "" {
			c.note(report.WaveNote{Kind: report.WaveTableGone, Name: c.title(t)})
		}
	}
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
