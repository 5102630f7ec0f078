package study

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"stikprove/report"
	"stikprove/survey"
)

// Version is the version of the program, printed in reports and manifests.
const Version = "0.1.0"

// manifest is the receipt of a run. Its time is the only thing in a report
// folder that the inputs do not determine.
type manifest struct {
	Program  string      `json:"program"`
	Version  string      `json:"version"`
	Time     string      `json:"time"` // UTC, RFC 3339
	Study    string      `json:"study"`
	Wave     string      `json:"wave,omitempty"`
	Language string      `json:"language"`
	Notice   string      `json:"notice,omitempty"`
	Inputs   []entry     `json:"inputs"` // relative to the study's folder
	Database *database   `json:"database,omitempty"`
	Schemes  []scheme    `json:"schemes"`
	Seeds    []seed      `json:"seeds"` // of every random draw; none is made on this road
	Hidden   hiddenCells `json:"hidden"`
	Outputs  []entry     `json:"outputs"` // relative to the output folder
}

// database names a table that was counted where it lies, without what leads
// there. What was received is in the report's own tables.
type database struct {
	Name  string `json:"name"`
	Table string `json:"table"`
	Rows  int    `json:"rows"`
}

// entry names a file, with slashes, and its content.
type entry struct {
	File   string `json:"file"`
	Bytes  int64  `json:"bytes"`
	SHA256 string `json:"sha256"`
}

func newEntry(file string, content []byte) entry {
	sum := sha256.Sum256(content)
	return entry{File: survey.MaskCPR(file), Bytes: int64(len(content)), SHA256: hex.EncodeToString(sum[:])}
}

// scheme names a coding scheme by content.
type scheme struct {
	Variable string `json:"variable"`
	Name     string `json:"name"`
	Version  string `json:"version"`
	SHA256   string `json:"sha256"`
}

// seed is the seed of one random draw.
type seed struct {
	Draw string `json:"draw"`
	Seed uint64 `json:"seed"`
}

// manifest returns the receipt of a run that made outputs.
func (s *Study) manifest(data *Data, d *report.Document, outputs []output) manifest {
	m := manifest{
		Program: "stikprove", Version: Version,
		Study: d.Study, Wave: d.Wave, Language: d.Language, Notice: d.Notice,
		Inputs: s.inputs.sorted(), Database: data.Database, Schemes: []scheme{}, Seeds: []seed{}, Hidden: hiddenIn(tablesOf(d)),
	}
	m.Hidden.Rules = s.hiddenRules()
	for _, c := range data.Coded {
		m.Schemes = append(m.Schemes, scheme{Variable: c.Variable, Name: c.Scheme.Name, Version: c.Scheme.Version, SHA256: c.Scheme.Hash})
	}
	for _, o := range outputs {
		m.Outputs = append(m.Outputs, o.entry)
	}
	return m
}

func (m manifest) output(now time.Time) (output, error) {
	m.Time = now.UTC().Format(time.RFC3339)
	content, err := json.MarshalIndent(m, "", "  ")
	return newOutput("manifest.json", append(content, '\n')), err
}
