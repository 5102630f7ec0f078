package study

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"stikprove/coding"
	"stikprove/coding/review"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// NextWave makes the next wave of the study at from in dir: its questionnaire,
// scheme, rules, mappings, house template and texts, and study.yaml with the
// new wave and the earlier one to compare with. Data are not copied, nor what is
// of the data: frame, register, interviews, margins of the population.
//
// What people decided on the earlier texts is remembered for the same texts, see
// [coding.Options]; it decides on no other case. Where a decision does not say
// which text it is on, the earlier data are read for it.
//
// The error is [survey.Problems] where dir holds something or the earlier study's
// own file is to be mended.
func NextWave(dir, from, wave string, progress Progress) (*Started, error) {
	if err := free(dir); err != nil {
		return nil, err
	}
	s, err := Load(from)
	if err != nil {
		return nil, err
	}
	if err := s.problems.Err(); err != nil {
		return nil, err
	}
	n := &nextWave{earlier: s, wave: wave, words: nextWords[s.config.Language], progress: progress, dir: dir}
	parent := filepath.Dir(filepath.Clean(dir))
	if err := whole.MakeAll(parent); err != nil {
		return nil, err
	}
	stage, remove, err := whole.Folder(parent)
	if err != nil {
		return nil, whole.Because(dir, err)
	}
	defer remove()
	if err := n.make(stage); err != nil {
		return nil, err
	}
	looks, err := n.places(stage)
	if err != nil {
		return nil, err
	}
	return &Started{Language: s.config.Language, Files: n.files, Looks: looks}, settle(stage, dir)
}

// nextWave makes a study of an earlier one.
type nextWave struct {
	earlier  *Study
	wave     string
	words    nextText
	progress Progress
	dir      string // where the new study will be

	yaml  string            // of the new study
	files []string          // written, relative to it
	data  []string          // named by the study and not copied
	looks []Look            // on the way
	moved map[string]string // decisions file of the earlier study: its name here
}

func (n *nextWave) make(stage string) error {
	source, err := n.earlier.inputs.read(n.earlier.file)
	if err != nil {
		return err
	}
	n.yaml = strings.ReplaceAll(string(source), "\r\n", "\n")
	n.files = []string{startStudy}
	n.moved = map[string]string{}
	if err := n.decisions(stage); err != nil {
		return err
	}
	for _, file := range n.kept() {
		if err := n.copy(stage, file); err != nil {
			return err
		}
	}
	n.data = n.notCopied()
	for _, file := range n.data {
		folder := path.Dir(filepath.ToSlash(file))
		if !filepath.IsLocal(file) {
			continue
		}
		if err := whole.MakeAll(filepath.Join(stage, filepath.FromSlash(folder))); err != nil {
			return err
		}
	}
	if err := n.editWave(); err != nil {
		return err
	}
	n.editCompare()
	return whole.WriteBytes(filepath.Join(stage, startStudy), []byte(n.yaml))
}

// kept returns the files that outlive a wave, by name.
func (n *nextWave) kept() []string {
	c := n.earlier.config
	files := map[string]bool{c.Instrument: true, c.Rules: true}
	for _, file := range c.Report {
		files[file] = true
	}
	for _, a := range c.Appendices {
		for _, file := range a.Text {
			files[file] = true
		}
	}
	for _, from := range c.Sources {
		files[from.Mapping] = true
	}
	for _, k := range c.Coding {
		if strings.HasSuffix(k.Scheme, schemeSuffix) {
			files[k.Scheme] = true
		}
	}
	delete(files, "")
	return slices.Sorted(maps.Keys(files))
}

// notCopied returns the files and folders of the earlier data, by name.
func (n *nextWave) notCopied() []string {
	c := n.earlier.config
	files := map[string]bool{}
	for _, from := range c.Sources {
		files[from.File], files[from.Folder] = true, true
	}
	if c.Frame != nil {
		files[c.Frame.File] = true
	}
	if r := c.Register; r != nil {
		files[r.from.File], files[r.Begun], files[r.Key] = true, true, true
	}
	if i := c.Interviews; i != nil {
		files[i.File] = true
		if i.Participants != nil {
			files[i.Participants.File] = true
		}
	}
	for _, d := range c.Designs {
		if d.Calibrate != nil {
			files[d.Calibrate.Margins], files[d.Calibrate.Cells] = true, true
		}
	}
	for _, k := range c.Coding {
		files[k.Agreement] = true
	}
	delete(files, "")
	return slices.Sorted(maps.Keys(files))
}

// copy copies a file of the study's folder; one that stands elsewhere is for a
// person to look at.
func (n *nextWave) copy(stage, file string) error {
	if !filepath.IsLocal(file) {
		n.looks = append(n.looks, Look{File: startStudy, Words: fmt.Sprintf(n.words.elsewhere, file)})
		return nil
	}
	to := filepath.Join(stage, filepath.FromSlash(file))
	if err := whole.MakeAll(filepath.Dir(to)); err != nil {
		return err
	}
	source, err := n.earlier.inputs.read(file)
	if err != nil {
		return err
	}
	n.files = append(n.files, filepath.ToSlash(file))
	return whole.WriteBytes(to, source)
}

// earlierName is what the earlier wave is called in the names of files.
func (n *nextWave) earlierName() string {
	return cmp.Or(strings.Trim(plainName("w " + n.earlier.config.Wave)[1:], "_"), "earlier")
}

// decisions gives each coding an empty file of its own and the earlier one to
// remember.
func (n *nextWave) decisions(stage string) error {
	for _, name := range slices.Sorted(maps.Keys(n.earlier.config.Coding)) {
		k := n.earlier.config.Coding[name]
		if len(k.Decisions) == 0 || !filepath.IsLocal(k.Decisions[0]) || n.moved[k.Decisions[0]] != "" {
			continue
		}
		own := k.Decisions[0]
		ending := path.Ext(own)
		former := strings.TrimSuffix(own, ending) + "-" + n.earlierName() + ending
		decided, err := n.remembered(name, k)
		if err != nil {
			return err
		}
		for file, decisions := range map[string][]coding.Decision{own: nil, former: decided} {
			to := filepath.Join(stage, filepath.FromSlash(file))
			if err := whole.MakeAll(filepath.Dir(to)); err != nil {
				return err
			}
			if err := review.WriteDecisions(to, decisions); err != nil {
				return err
			}
		}
		n.moved[own] = former
		n.files = append(n.files, own, former)
		for _, older := range k.Decisions[1:] {
			if err := n.copy(stage, older); err != nil {
				return err
			}
		}
		n.editDecisions(name, own, former, k.Decisions[1:])
	}
	return nil
}

// remembered returns what was decided in the earlier wave, each decision with
// its wave and the hash of its text.
func (n *nextWave) remembered(name string, k coder) ([]coding.Decision, error) {
	s := n.earlier.afresh()
	scheme, err := s.scheme(k.Scheme)
	if err != nil {
		return nil, survey.Problem{File: s.file, Variable: "coding." + name + ".scheme", Message: err.Error()}
	}
	source, err := s.inputs.read(k.Decisions[0])
	if err != nil {
		return nil, err
	}
	decided, err := coding.ReadDecisions(k.Decisions[0], bytes.NewReader(source), scheme)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	if unknown(decided) > 0 {
		if data, err := s.Read(n.progress); err == nil {
			texts = textsOf(data.Datasets[k.Sample], s.caseID(k.Sample), k.Variable)
		} else if !isProblem(err) {
			return nil, err
		}
	}
	for i := range decided {
		d := &decided[i]
		d.Wave = cmp.Or(d.Wave, s.config.Wave)
		if text := texts[d.Unit]; d.Hash == "" && text != "" {
			d.Hash = coding.TextHash(text)
		}
	}
	if left := unknown(decided); left > 0 {
		n.looks = append(n.looks, Look{File: k.Decisions[0], Words: fmt.Sprintf(n.words.forgotten, left)})
	}
	return decided, nil
}

// textsOf returns the texts of a variable by the variable that identifies the
// rows.
func textsOf(d *survey.Dataset, id, variable string) map[string]string {
	texts := map[string]string{}
	if d == nil || d.Column(id) == nil || d.Column(variable) == nil {
		return texts
	}
	for i := range d.Rows() {
		texts[d.Column(id).Answer(i)] = d.Column(variable).Answer(i)
	}
	return texts
}

var waveLine = regexp.MustCompile(`(?m)^wave:[^#\n]*?([ \t]*(?:#.*)?)$`)

// editWave puts the new wave into study.yaml.
func (n *nextWave) editWave() error {
	line := "wave: " + yamlWords(n.wave)
	if waveLine.MatchString(n.yaml) {
		n.yaml = waveLine.ReplaceAllString(n.yaml, strings.ReplaceAll(line, "$", "$$")+"${1}")
		return nil
	}
	at := regexp.MustCompile(`(?m)^study:`).FindStringIndex(n.yaml)
	if at == nil {
		return survey.Problem{File: n.earlier.file, Message: "no line begins with study:, want one"}
	}
	n.yaml = n.yaml[:at[0]] + line + "\n" + n.yaml[at[0]:]
	return nil
}

// editDecisions names the files that are remembered. A list over several lines
// is left to a person.
func (n *nextWave) editDecisions(name, own, former string, older []string) {
	quoted := make([]string, 0, len(older)+2)
	for _, file := range append([]string{own, former}, older...) {
		quoted = append(quoted, yamlWords(file))
	}
	list := "[" + strings.Join(quoted, ", ") + "]"
	written := regexp.MustCompile(`(\bdecisions:[ \t]*)(\[[^\]\n]*\]|"[^"\n]*"|[^\s,\[{}#]+)`)
	done := false
	n.yaml = written.ReplaceAllStringFunc(n.yaml, func(s string) string {
		m := written.FindStringSubmatch(s)
		if first := strings.Trim(strings.Split(strings.Trim(m[2], "[]"), ",")[0], ` "'`); first != own {
			return s
		}
		done = true
		return m[1] + list
	})
	if !done {
		n.looks = append(n.looks, Look{File: startStudy, Words: fmt.Sprintf(n.words.decisions, name, list)})
	}
}

// editCompare names the earlier study, in place of the one before it.
func (n *nextWave) editCompare() {
	earlier := n.earlier.inputs.dir
	if n.earlier.file != startStudy {
		earlier = n.earlier.inputs.path(n.earlier.file)
	}
	there := earlier
	if abs, err := filepath.Abs(earlier); err == nil {
		if to, err := filepath.Abs(n.dir); err == nil {
			if rel, err := filepath.Rel(to, abs); err == nil {
				there = rel
			}
		}
	}
	there = yamlWords(filepath.ToSlash(there))
	if n.earlier.config.Compare != nil {
		named := regexp.MustCompile(`(?m)(^compare:(?:[ \t]*\{[ \t]*|[ \t]*(?:#.*)?\n(?:[ \t]+(?:#|[a-rt-z]).*\n)*?[ \t]+)study:[ \t]*)("[^"\n]*"|[^\s,}#]+)`)
		if named.MatchString(n.yaml) {
			n.yaml = named.ReplaceAllString(n.yaml, "${1}"+strings.ReplaceAll(there, "$", "$$"))
		} else {
			n.looks = append(n.looks, Look{File: startStudy, Words: fmt.Sprintf(n.words.compareOld, there)})
		}
		return
	}
	n.yaml = strings.TrimRight(n.yaml, "\n") + "\n\n# " + n.words.compare + "\ncompare:\n  study: " + there + "\n"
}
