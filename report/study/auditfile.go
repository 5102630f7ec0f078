package study

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/goccy/go-yaml"

	"stikprove/report/audit"
	"stikprove/sample/crosstab"
	"stikprove/survey"
	"stikprove/survey/whole"
)

// AuditOptions say how a report is audited.
type AuditOptions struct {
	Against  string // a study to compare with; empty for none
	Claims   string // file to write the claims to, .xlsx or .yaml; empty for none
	Language string // da or en; da where empty
}

// claimsFile is a file of claims in YAML.
type claimsFile struct {
	Report string      `yaml:"report"` // what the claims are of; not read
	Claims []claimYAML `yaml:"claims"`
}

type claimYAML struct {
	place
	Confirm string   `yaml:"confirm"`
	ID      string   `yaml:"id"`
	Where   string   `yaml:"where"`
	Kind    string   `yaml:"kind"`
	What    string   `yaml:"what"`
	Value   string   `yaml:"value"`
	Base    string   `yaml:"base"`
	Count   string   `yaml:"count"`
	Of      []string `yaml:"of"`
	Unit    string   `yaml:"unit"`
	Time    string   `yaml:"time"`
	Worded  string   `yaml:"worded"`
	Note    string   `yaml:"note"`
	Parts   string   `yaml:"parts"`
	Each    string   `yaml:"each"`
	Least   string   `yaml:"least"`
	Table   string   `yaml:"table"`
}

// AuditFile checks what a report claims: a sheet or a YAML file of claims, or
// the report itself as Markdown, Word or plain text, from which claims are
// drawn. The error is [survey.Problems] where the file cannot be read.
func AuditFile(path string, o AuditOptions, progress Progress) (*audit.Result, error) {
	if o.Language == "" {
		o.Language = "da"
	}
	claims, err := readClaims(path, o.Language)
	if err != nil {
		return nil, err
	}
	progress.say("auditing")
	result, err := audit.Audit(claims, o.Language)
	if err != nil {
		return nil, err
	}
	if o.Against != "" {
		tables, err := auditTables(o.Against, progress)
		if err != nil {
			return nil, err
		}
		if err := audit.Compare(result, claims, tables, o.Language); err != nil {
			return nil, err
		}
	}
	if o.Claims != "" {
		return result, writeClaims(o.Claims, path, claims, o.Language)
	}
	return result, nil
}

// auditTables are a study's tables as it prints them.
func auditTables(path string, progress Progress) ([]*crosstab.Table, error) {
	s, err := Load(path)
	if err != nil {
		return nil, err
	}
	s = s.afresh()
	_, document, err := s.arrange("", progress)
	if err != nil {
		return nil, err
	}
	var tables []*crosstab.Table
	for _, t := range document.Tables {
		tables = append(tables, t.Of)
	}
	return tables, nil
}

func readClaims(path, language string) ([]*audit.Claim, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".yaml", ".yml":
		return readClaimsYAML(path)
	}
	if audit.IsReport(path) {
		return audit.ReadReport(path, language)
	}
	return audit.ReadSheet(path)
}

func readClaimsYAML(path string) ([]*audit.Claim, error) {
	file := filepath.Base(path)
	source, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, survey.Problem{File: path, Message: "no such file"}
	}
	if err != nil {
		return nil, err
	}
	var f claimsFile
	problems := decode(file, source, &f)
	var claims []*audit.Claim
	for _, c := range f.Claims {
		if c.Confirm != "" && !strings.EqualFold(c.Confirm, "yes") && !strings.EqualFold(c.Confirm, "ja") {
			continue
		}
		claims = append(claims, &audit.Claim{
			ID: c.ID, Where: c.Where, Kind: audit.Kind(c.Kind), What: c.What, Value: c.Value, Base: c.Base, Count: c.Count, Of: c.Of,
			Unit: c.Unit, Time: c.Time, Worded: c.Worded, Note: c.Note, Parts: c.Parts, Each: c.Each, Least: c.Least, Table: c.Table,
			At: survey.Problem{File: file, Line: true, Row: c.Line, Column: c.Column},
		})
	}
	if len(claims) == 0 && len(problems) == 0 {
		problems = append(problems, survey.Problem{File: file, Message: "no claims; where they were drawn from a text, make confirm yes"})
	}
	return claims, problems.Err()
}

// writeClaims writes claims for somebody to confirm.
func writeClaims(out, of string, claims []*audit.Claim, language string) error {
	switch strings.ToLower(filepath.Ext(out)) {
	case ".yaml", ".yml":
	default:
		return audit.WriteSheet(out, claims, language)
	}
	var rows []yaml.MapSlice
	for _, c := range claims {
		y := claimYAML{ID: c.ID, Where: c.Where, Kind: string(c.Kind), What: c.What, Value: c.Value, Base: c.Base, Count: c.Count, Of: c.Of,
			Unit: c.Unit, Time: c.Time, Worded: c.Worded, Note: c.Note, Parts: c.Parts, Each: c.Each, Least: c.Least, Table: c.Table}
		if c.Drawn {
			y.Confirm = "?" // to be made yes or no
		}
		rows = append(rows, y.pairs())
	}
	var b bytes.Buffer
	if err := yaml.NewEncoder(&b, yaml.IndentSequence(true)).Encode(yaml.MapSlice{{Key: "report", Value: filepath.Base(of)}, {Key: "claims", Value: rows}}); err != nil {
		return err
	}
	return whole.WriteBytes(out, b.Bytes())
}

// ClaimColumns are the columns of a list of claims and what stands in them.
func ClaimColumns() [][2]string { return audit.ColumnWords() }

// ClaimKinds are the kinds of claim and what each needs.
func ClaimKinds() [][2]string {
	var out [][2]string
	for _, k := range audit.Kinds {
		out = append(out, [2]string{string(k.Kind), k.Says})
	}
	return out
}

// pairs are the keys of a claim that say something.
func (c claimYAML) pairs() yaml.MapSlice {
	var out yaml.MapSlice
	v := reflect.ValueOf(c)
	for i := range v.NumField() {
		if name := v.Type().Field(i).Tag.Get("yaml"); name != "" && v.Field(i).Len() > 0 {
			out = append(out, yaml.MapItem{Key: name, Value: v.Field(i).Interface()})
		}
	}
	return out
}
