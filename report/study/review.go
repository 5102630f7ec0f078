package study

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"time"

	"stikprove/coding"
	"stikprove/coding/review"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// ReviewOptions says which sheet to write.
type ReviewOptions struct {
	Coding   string // in study.yaml; may be empty where there is only one
	All      bool   // every case, not only those to look at
	Blind    bool   // texts without suggestions, for a second coder
	Sample   int    // of a blind sheet: so many cases, drawn; 0 for all
	Seed     uint64 // of a blind sheet: what the order is drawn from
	Progress Progress
}

// ReviewOut writes a sheet on which people check the codes, or code blind, and
// returns how many cases stand on it.
func (s *Study) ReviewOut(path string, o ReviewOptions) (int, error) {
	r, err := s.reviewed(o.Coding, o.Progress)
	if err != nil {
		return 0, err
	}
	sheet := review.New(r.header, r.codes, r.cases, o.All)
	if o.Blind {
		sheet = review.NewBlind(r.header, r.codes, r.cases, o.Sample, o.Seed)
	}
	if err := sheet.Write(path); err != nil {
		return 0, err
	}
	return len(sheet.Cases), nil
}

// ReviewIn says which sheet to take in, and for whom.
type ReviewIn struct {
	File        string
	Coding      string // in study.yaml; the sheet's own where empty
	Coder       string
	Today       time.Time // of decisions that have no date on the sheet
	OtherScheme bool      // take a sheet made with another version of the scheme
	Progress    Progress
}

// ReviewIn checks a sheet that people filled in and merges it into the study's
// decisions file. It returns what came of it and the file. The error is
// [survey.Problems] where the sheet is not in order; the file is then as it was.
// Runs on one machine take turns at it.
func (s *Study) ReviewIn(in ReviewIn) (review.Result, string, error) {
	defer whole.Lock(s.inputs.dir)() // two sheets read in at once are read in one after the other
	filled, err := review.Read(in.File)
	if err != nil {
		return review.Result{}, "", err
	}
	name := in.Coding
	if _, ours := s.config.Coding[filled.Variable]; name == "" && ours {
		name = filled.Variable
	}
	r, err := s.reviewed(name, in.Progress)
	if err != nil {
		return review.Result{}, "", err
	}
	if r.file == "" {
		return review.Result{}, "", s.noDecisions(r.name)
	}
	decisions, result, err := filled.Merge(review.Merge{
		Study: r.header, Cases: r.cases, Decisions: r.decisions, Coder: in.Coder,
		Today: in.Today.Format(time.DateOnly), OtherScheme: in.OtherScheme,
	})
	if err != nil {
		return review.Result{}, "", err
	}
	if result.New+result.Changed > 0 || !slices.EqualFunc(decisions, r.decisions, sameReason) {
		if err := r.inputs.writeDecisions(r.file, decisions); err != nil {
			return review.Result{}, "", err
		}
	}
	return result, r.file, nil
}

func sameReason(a, b coding.Decision) bool { return a.Reason == b.Reason }

// ReviewUndo takes a coder's decisions of a wave out of the study's file and
// returns how many there were and the file. An empty wave is the study's own.
func (s *Study) ReviewUndo(name, coder, wave string) (int, string, error) {
	c, name, err := s.coding(name)
	if err != nil {
		return 0, "", err
	}
	if len(c.Decisions) == 0 {
		return 0, "", s.noDecisions(name)
	}
	file := c.Decisions[0]
	scheme, err := s.scheme(c.Scheme)
	if err != nil {
		var problems survey.Problems
		problems.Add(s.file, err)
		return 0, "", problems.Err()
	}
	defer whole.Lock(s.inputs.dir)()
	run := s.afresh()
	c.Decisions = c.Decisions[:1]
	decisions, _, err := run.decisions(&Data{}, c, scheme)
	if err == nil {
		// What is wrong elsewhere in the study is no reason not to undo.
		err = slices.DeleteFunc(run.problems, func(p survey.Problem) bool { return p.File != file }).Err()
	}
	if err != nil {
		return 0, "", err
	}
	if wave == "" {
		wave = s.config.Wave
	}
	left, n := review.Undo(decisions, coder, wave, s.config.Wave)
	if n > 0 {
		if err := run.inputs.writeDecisions(file, left); err != nil {
			return 0, "", err
		}
	}
	return n, file, nil
}

func (s *Study) noDecisions(name string) error {
	return survey.Problem{File: s.file, Variable: "coding." + name, Message: "names no file for decisions; add decisions: decisions.csv"}
}

// coding returns one of the study's codings and its name; an empty name is the
// only one there is.
func (s *Study) coding(name string) (coder, string, error) {
	names := slices.Sorted(maps.Keys(s.config.Coding))
	if name == "" && len(names) == 1 {
		name = names[0]
	}
	c, ok := s.config.Coding[name]
	switch {
	case ok:
		return c, name, nil
	case len(names) == 0:
		return c, "", survey.Problem{File: s.file, Variable: "coding", Message: "the study codes nothing"}
	case name == "":
		return c, "", survey.Problem{File: s.file, Variable: "coding", Message: "the study has several codings; want --variable and one of " + survey.QuoteAll(names)}
	}
	return c, "", survey.Problem{File: s.file, Message: "no coding " + survey.Quote(name) + survey.Instead(name, names)}
}

// reviewed is what people look at in a study.
type reviewed struct {
	name      string
	header    review.Header
	codes     []review.Code
	cases     []review.Case
	decisions []coding.Decision // the study's own
	file      string            // where they stand; empty where the study names none
	inputs    *inputs           // that were read
	scheme    *coding.Scheme
}

// reviewed reads, codes and lists the cases of a coding. That the study's own
// decisions have no file yet is in order: the first sheet that is read in makes
// it.
func (s *Study) reviewed(name string, progress Progress) (*reviewed, error) {
	c, name, err := s.coding(name)
	if err != nil {
		return nil, err
	}
	s = s.afresh()
	r := &reviewed{name: name, header: review.Header{Study: s.config.Study.In(s.config.Language), Wave: s.config.Wave, Variable: name, Language: s.config.Language}}
	if len(c.Decisions) > 0 {
		r.file = c.Decisions[0]
		path := s.inputs.path(r.file)
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			if _, err := os.Stat(filepath.Dir(path)); err == nil {
				c.undecided = true
				s.config.Coding = maps.Clone(s.config.Coding)
				s.config.Coding[name] = c
			}
		}
	}
	data, err := s.Read(progress)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(data.Coded, func(k Coded) bool { return k.Name == name })
	if at < 0 {
		return nil, survey.Problem{File: s.file, Variable: "coding." + name, Message: "nothing is coded here"}
	}
	k := data.Coded[at]
	d := data.Datasets[k.Source]
	if d.Column(s.caseID(k.Source)) == nil {
		return nil, survey.Problem{File: s.file, Variable: "sources." + k.Source, Message: "want an id, the variable that says which case a row is, to tell the rows of a sheet by"}
	}
	r.scheme = k.Scheme
	r.codes = review.Codes(k.Scheme)
	r.header.Scheme, r.header.Version, r.header.Hash = k.Scheme.Name, k.Scheme.Version, k.Scheme.Hash
	if r.decisions, _, err = s.decisions(data, c, k.Scheme); err != nil {
		return nil, err
	}
	r.inputs = &s.inputs
	return r, s.cases(r, s.codedRows(d, k))
}

// cases lists the cases with what is decided on each.
func (s *Study) cases(r *reviewed, rows []CodedRow) error {
	decided := map[string]*coding.Decision{}
	for i, d := range r.decisions {
		if d.Wave == "" || d.Wave == s.config.Wave {
			decided[d.Unit] = &r.decisions[i]
		}
	}
	seen := map[string]bool{}
	for _, row := range rows {
		if row.ID == "" || seen[row.ID] {
			return survey.Problem{File: s.file, Variable: "coding." + r.name, Message: fmt.Sprintf("two cases have the id %s; a sheet tells rows by it", survey.Quote(row.ID))}
		}
		seen[row.ID] = true
		r.cases = append(r.cases, review.Case{ID: row.ID, Text: row.Text, Coding: row.Coding, Decision: decided[row.ID]})
	}
	return nil
}
