package study

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"stikprove/report"
	"stikprove/report/render"
	"stikprove/report/render/docx"
	"stikprove/sample"
	"stikprove/sample/crosstab"
	"stikprove/survey"
)

// Options says what a run writes.
type Options struct {
	Out      string // the output folder; made if it is not there
	Language string // tag; the study's own where empty
	Template string // Word file the report is laid in; the study's own where empty
	Charts   bool   // figures of the Word file can be edited; also where the study says so
	PDF      bool   // print report.pdf too, with a program that is installed
	Progress Progress
	// Inaccessible writes a report that some cannot read, see
	// [report.Inaccessible]; otherwise what keeps them from it is the error.
	Inaccessible bool
	Now          time.Time // for the manifest
}

// Run takes a study from its workbooks to its report. It returns what was
// read, coded, hidden and written. The error is [survey.Problems] where the
// input is to be mended; then nothing has been computed or written.
func (s *Study) Run(o Options) (*Summary, error) {
	if err := edited(o.Out); err != nil {
		return nil, err
	}
	s = s.afresh()
	if err := s.useTemplate(o.Template); err != nil {
		return nil, err
	}
	data, document, err := s.arrange(o.Language, o.Progress)
	if err != nil {
		return nil, err
	}
	o.Progress.say("drawing")
	s.charts = o.Charts || s.config.Charts
	outputs, barriers, err := s.render(document)
	if err != nil {
		return nil, err
	}
	barriers, err = passable(append(inaccessible(document), barriers...), o.Inaccessible)
	if err != nil {
		return nil, err
	}
	if o.PDF {
		o.Progress.say("printing")
		if outputs, err = s.print(document, outputs); err != nil {
			return nil, err
		}
		printed, err := passable(inaccessiblePDF(outputs[len(outputs)-1]), o.Inaccessible)
		if err != nil {
			return nil, err
		}
		barriers = append(barriers, printed...)
	}
	receipt, err := s.manifest(data, document, outputs).output(o.Now)
	if err != nil {
		return nil, fmt.Errorf("making the manifest: %w", err)
	}
	outputs = append(outputs, receipt)
	if err := s.keepInputs(o.Out, outputs); err != nil {
		return nil, err
	}
	o.Progress.say("writing")
	if err := write(o.Out, outputs); err != nil {
		return nil, err
	}
	s.keptAsPictures(data, document)
	summary := s.summary(data, document, outputs)
	summary.Notes = append(summary.Notes, barriers...)
	return summary, nil
}

// Check reads everything and returns every problem. It writes nothing.
func (s *Study) Check(language string, progress Progress) (*Summary, error) {
	s = s.afresh()
	data, document, err := s.arrange(language, progress)
	if err != nil {
		return nil, err
	}
	summary := s.summary(data, document, nil)
	summary.Notes = append(s.guesses, summary.Notes...)
	return summary, nil
}

// arrange is the road from the workbooks to the document. An empty language is
// the study's own.
func (s *Study) arrange(language string, progress Progress) (*Data, *report.Document, error) {
	language = cmp.Or(language, s.config.Language)
	s.language = language
	data, err := s.read(progress)
	if err != nil {
		return nil, nil, err
	}
	progress.say("tabulating")
	tables, err := s.tables(data) // crosstab.Build, disclosure.ProtectAll
	if err != nil {
		return nil, nil, fmt.Errorf("tabulating: %w", err)
	}
	for i, t := range tables {
		if t.Whole {
			tables[i] = crosstab.Whole(t) // after what is hidden is gone
		}
	}
	compared, waves, err := s.compared(data, tables, language, progress) // crosstab.Compare
	if err != nil {
		return nil, nil, fmt.Errorf("comparing: %w", err)
	}
	outline, err := s.outline(language) // report.ParseOutline
	if err != nil {
		return nil, nil, fmt.Errorf("reading the report's text: %w", err)
	}
	appendices, err := s.appendices(language, outline)
	if err != nil {
		return nil, nil, fmt.Errorf("reading the appendices: %w", err)
	}
	if err := s.problems.Err(); err != nil {
		return nil, nil, err
	}
	progress.say("arranging")
	content := s.content(data, append(tables, compared...), outline)
	content.Waves, content.Appendices = waves, appendices
	document, err := report.Arrange(content, language)
	return data, document, err
}

// read is the part of the road before any estimate: the sources as datasets,
// coded, derived and bound. Problems are kept; the error is the system's.
func (s *Study) read(progress Progress) (*Data, error) {
	s.progress = progress
	data := &Data{Datasets: map[string]*survey.Dataset{}, Samples: map[string]*sample.Sample{}}
	for _, stage := range []struct {
		name string
		do   func(*Data) error
	}{
		{"reading the instrument", s.readInstrument}, // form.Read
		{"reading the sources", s.readSources},       // sheet.Open, platform.Recognise, platform.Read, Dataset.Reshape
		{"reading the frame", s.checkFrame},          // sample.NewFrame
		{"coding", s.code},                           // coding.Apply
		{"deriving variables", s.derive},             // Dataset.Labelled, Dataset.With
		{"holding the edit rules", s.holdRules},      // Dataset.Violations
		{"binding the designs", s.bind},              // sample.Bind
		{"reading the interviews", s.readInterviews},
	} {
		progress.say(stage.name)
		if err := stage.do(data); err != nil {
			return nil, fmt.Errorf("%s: %w", stage.name, err)
		}
	}
	s.problems = s.blamed.original(s.problems)
	return data, nil
}

// outline reads the report's text, or returns nil where the study has none.
func (s *Study) outline(language string) (*report.Outline, error) {
	file, ok := s.config.Report[language]
	if !ok {
		file, ok = s.config.Report[""]
	}
	if !ok {
		_, laid := s.config.Report[templateKey]
		if len(s.config.Report) > 1 || len(s.config.Report) == 1 && !laid {
			s.add(place{}, "report", "no text in language %q", language)
		}
		return nil, nil
	}
	// The other languages' texts are read for their mistakes.
	for _, other := range slices.Sorted(maps.Keys(s.config.Report)) {
		if text := s.config.Report[other]; other != templateKey && text != file {
			if _, err := s.parse(text); err != nil {
				return nil, err
			}
		}
	}
	return s.parse(file)
}

func (s *Study) parse(file string) (*report.Outline, error) {
	source, err := s.inputs.read(file)
	if err != nil {
		return nil, s.keep(file, err)
	}
	outline, err := report.ParseOutline(file, source)
	return outline, s.keep(file, err)
}

// content is what the document is arranged from.
func (s *Study) content(data *Data, tables []*crosstab.Table, outline *report.Outline) report.Content {
	c := s.config
	content := report.Content{
		Study: c.Study, Wave: c.Wave, Version: Version, Title: c.Title, Subtitle: c.Subtitle, Notice: c.Notice,
		Method: c.Method, Tables: tables, Outline: outline, Quotations: data.Interviews.quotations,
		Instrument: data.Instrument, Returned: s.returned(data),
	}
	content.Drawn = s.designsOf(data, tables)
	for _, k := range data.Coded {
		content.Coded = append(content.Coded, s.printedCoded(k))
	}
	content.Rules, content.Warnings = s.ruleNotes(data, survey.SeverityNote), s.ruleNotes(data, survey.SeverityWarning)
	for _, t := range c.Tables {
		content.Titles = append(content.Titles, report.Title{Words: t.Title, At: survey.Problem{File: s.file, Row: t.place.Line, Column: t.place.Column}})
	}
	for _, f := range c.Figures {
		content.Figures = append(content.Figures, s.figureSpec(data, f))
	}
	return content
}

// render makes the files of a report, but for the manifest, and lists what in
// them would keep readers from it.
func (s *Study) render(d *report.Document) ([]output, survey.Problems, error) {
	type job struct {
		file string
		make func(*bytes.Buffer) error
	}
	drawn := newPictures(d.Figures)
	jobs := []job{
		{"report.html", func(b *bytes.Buffer) error { return render.HTML(b, d) }},
		{"report.docx", func(b *bytes.Buffer) error {
			return docx.Write(b, d, docx.Options{Template: s.template, Pictures: drawn.both, Charts: s.charts})
		}},
		{"tables.xlsx", func(b *bytes.Buffer) error { return render.Workbook(b, d) }},
		{"tables.json", func(b *bytes.Buffer) error { return render.JSON(b, d) }},
	}
	for _, f := range d.Figures {
		jobs = append(jobs,
			job{"figures/" + f.ID + ".svg", func(b *bytes.Buffer) error { return put(b, drawn[f].svg) }},
			job{"figures/" + f.ID + ".png", func(b *bytes.Buffer) error { return put(b, drawn[f].png) }},
		)
	}
	outputs, errs := make([]output, len(jobs)), make([]error, len(jobs))
	barriers := make([]survey.Problems, len(jobs))
	do := func(i int) {
		defer func() { // a panic here would end the program with another exit code
			if r := recover(); r != nil {
				errs[i] = fmt.Errorf("a bug, please report it: %v\n%s", r, debug.Stack())
			}
		}()
		var b bytes.Buffer
		if errs[i] = jobs[i].make(&b); errs[i] == nil {
			outputs[i] = newOutput(jobs[i].file, b.Bytes())
			barriers[i] = outputs[i].inaccessible()
		}
	}
	// Pictures take most of the time, and the Word file has them all: it is made
	// when they are drawn and waits for none.
	var group sync.WaitGroup
	var left atomic.Int64
	left.Store(int64(len(jobs)))
	for range min(len(jobs), runtime.GOMAXPROCS(0)) {
		group.Go(func() {
			for i := left.Add(-1); i >= 0; i = left.Add(-1) {
				do(int(i))
			}
		})
	}
	group.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, nil, fmt.Errorf("making %s: %w", jobs[i].file, err)
		}
	}
	return outputs, slices.Concat(barriers...), nil
}
