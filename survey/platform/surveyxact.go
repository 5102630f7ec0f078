package platform

import (
	"cmp"
	"fmt"
	"strings"

	"stikprove/survey"
	"stikprove/survey/sheet"
)

const surveyXact = "surveyxact"

var surveyXactPlatform = platform{
	name: surveyXact, title: "SurveyXact",
	sees: func(p *page) (float64, string, int) {
		w := p.workbook
		own := p.column("respondentid", "responde") >= 0
		stats := p.count(isMetadata)
		switch {
		case strings.HasPrefix(strings.ToLower(p.sheet), "dataset") && w.Has("Labels") && w.Has("Structure"):
			return 1, "the sheets Labels, Dataset and Structure", 1
		case strings.HasPrefix(strings.ToLower(p.sheet), "dataset") && w.Has("Labels") && w.Has("Variables"):
			return 1, "the sheets Labels, Dataset and Variables", 1
		case strings.HasPrefix(strings.ToLower(p.sheet), "dataset") && (w.Has("Labels") || w.Has("Structure") || w.Has("Variables")):
			return 0.95, "the sheet Dataset and those that describe it", 1
		case own && stats > 2:
			return 0.95, "the columns respondentid and statoverall", 1
		case stats > 3:
			return 0.8, "the columns statoverall", 1
		}
		return 0, "", 0
	},
	describe: func(d *draft) {
		d.m.ZeroWhenBlank = true
		s := d.structure()
		for _, v := range s.variables {
			d.h.alias[key(v.full())] = v.variable
			if c := d.h.columns[key(v.variable)]; c > 0 && d.h.columns[key(v.full())] == 0 {
				d.h.columns[key(v.full())] = c
			}
		}
		d.identity(respondentName, "responde")
		d.sayLacking()
		d.xactBackground()
		for k, status := range statuses[:5] {
			d.status(StatusRule{Values: map[string]string{"1": status.Name, "true": status.Name, "valgt": status.Name, "chosen": status.Name}},
				fmt.Sprintf("statoverall_%d", k+1), fmt.Sprintf("stato_%d", k+1))
		}
		d.m.Status.Exclusive = len(d.m.Status.Rules) > 0
		for column, name := range d.h.names {
			if isMetadata(name) && !d.done[column+1] {
				d.ignore(name)
			}
		}
		background := map[string]bool{}
		for column, name := range d.h.names {
			background[key(name)] = d.done[column+1]
		}
		for _, q := range s.instrument(background).Questions {
			if column := d.column(q.Export); column > 0 && q.Kind == survey.KindText && isPersonal(q.Label.In("")) {
				d.labels[column-1] = q.Label.In("")
				d.personal(d.named(column))
				d.guess("%s tells who somebody is; it is marked personal", survey.Quote(d.label(column)))
				continue
			}
			d.described(q)
		}
		if len(s.variables) == 0 {
			if len(s.labels) == 0 {
				d.guess("the answers are codes without meaning here; give the workbook with Labels and Structure, or the three text files together")
			}
			for column, name := range d.h.names {
				if options := s.labels[key(name)]; len(options) > 0 && !d.done[column+1] {
					q := survey.Question{Variable: survey.Variable{Name: asciiName(name, column), Kind: survey.KindSingle, Options: options, Label: survey.Words(name)}, Export: name}
					d.described(q)
				}
			}
			d.gathers(separated("_"), true)
		}
	},
}

// xactBackground decides about what SurveyXact keeps of every respondent. The
// names are its own, and cut to eight characters in some exports.
func (d *draft) xactBackground() {
	if d.h.columns["statinternal_1"] == 0 && d.h.columns["stat_1"] == 0 {
		return // exported without it; the names may be questions
	}
	d.times("created", "created")
	d.times("modified", "modified")
	d.times("started", "startTime", "starttim")
	d.times("ended", "closeTime", "closetim")
	d.personal("email")
	d.ignore("survey", "organization", "organiza", "diffTime", "responseCollectSessions", "numberOfReturnedMail", "numberof", "importgroup", "importgr",
		"distributionschedule", "distribu", "digitalDistributionStatus", "digitald", "digitalDistributionErrorMessage", "digit_1")
}

// described takes over a question as the platform describes it. A question
// without a column, or with some of its options' only, keeps what there is.
func (d *draft) described(q survey.Question) {
	v := MappedVariable{Name: q.Name, Label: q.Label.In(""), Kind: q.Kind.String()}
	for _, o := range q.Options {
		m := MappedOption{Name: o.Name, Code: o.Code, Label: o.Label.In("")}
		if q.Kind == survey.KindMultiple {
			column := d.column(strings.ReplaceAll(q.Export, "{code}", o.Code))
			if column == 0 {
				continue
			}
			m.Column = d.named(column)
			v.Columns = append(v.Columns, m.Column)
		}
		v.Options = append(v.Options, m)
	}
	if column := d.column(q.Export); q.Kind != survey.KindMultiple && column > 0 {
		v.Columns = []string{d.named(column)}
		switch q.Kind {
		case survey.KindDate:
			v.DateOrder, _ = dateOrder(d.table.store(column))
		case survey.KindInteger, survey.KindDecimal:
			e := weigh(d.table.store(column), true)
			v.DecimalComma = e.commas > 0 && e.points == 0
		}
	}
	if len(v.Columns) == 0 {
		d.guess("%s is described and has no column", survey.Quote(q.Name))
		return
	}
	if len(v.Columns) > mostMultiple {
		d.guess("%s has %d options; they are read as a question each", survey.Quote(q.Name), len(v.Columns))
		return
	}
	if v.Kind == survey.KindSingle.String() && len(v.Options) == 0 {
		column := d.h.columns[key(v.Columns[0])]
		inferred := d.infer(column)
		inferred.Name, inferred.Label = v.Name, v.Label
		v = inferred
		d.guess("%s is described as closed and has no labels; read by what is in it", survey.Quote(q.Name))
	}
	nameOptions(v.Options)
	d.add(v)
}

// structure reads the sheets or files Structure and Labels.
func (d *draft) structure() *structure {
	s := &structure{labels: map[string][]survey.Option{}}
	for _, w := range append([]*sheet.Workbook{d.page.workbook}, d.beside...) {
		for _, name := range []string{"Structure", "Variables", "Labels", ""} {
			if !w.Has(name) || w == d.page.workbook && name == "" {
				continue
			}
			g, err := w.Read(name)
			if err != nil {
				d.faults.Add(w.File(), err)
				continue
			}
			switch {
			case isStructure(g):
				d.uses(w)
				d.Structure = cmp.Or(name, w.File())
				s.describe(g)
			case name == "Labels" || name == "" && g.Columns() == 3:
				d.uses(w)
				d.Labels = cmp.Or(name, w.File())
				s.label(g)
			}
		}
	}
	return s
}

// isStructure reports whether a sheet has the headings of Structure.
func isStructure(g *sheet.Grid) bool {
	n := 0
	for column := 1; column <= g.Columns(); column++ {
		switch key(cellText(g.Cell(1, column))) {
		case "questionname", "variablename", "choicevalue", "questiontype":
			n++
		}
	}
	return n >= 2
}

// datasetFirst returns the workbook with the answers among SurveyXact's three
// text files, and the others.
func datasetFirst(w *sheet.Workbook, beside []*sheet.Workbook) (*sheet.Workbook, []*sheet.Workbook) {
	all := append([]*sheet.Workbook{w}, beside...)
	for i, w := range all {
		if !w.Has("") {
			continue
		}
		head, err := readHead(w, "", 2)
		if err != nil || len(head) == 0 {
			continue
		}
		p := &page{workbook: w, rows: head}
		if confidence, _, _ := surveyXactPlatform.sees(p); confidence > 0 {
			return w, append(append([]*sheet.Workbook{}, all[:i]...), all[i+1:]...)
		}
	}
	return w, beside
}
