package study

import (
	"encoding/json"
	"time"
)

// Version is the version of the program, printed in reports and manifests.
const Version = "0.1.0"

// manifest is the receipt of a run. Its time is the only thing in a report
// folder that the inputs do not determine.
type manifest struct {
	Program  string   `json:"program"`
	Version  string   `json:"version"`
	Time     string   `json:"time"` // UTC, RFC 3339
	Study    string   `json:"study"`
	Wave     string   `json:"wave,omitempty"`
	Language string   `json:"language"`
	Notice   string   `json:"notice,omitempty"`
	Inputs   []Input  `json:"inputs"`
	Schemes  []scheme `json:"schemes"`
	Seeds    []seed   `json:"seeds"` // of every random draw; none is made on this road
	Outputs  []Output `json:"outputs"`
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

func (m manifest) output(now time.Time) (Output, error) {
	m.Program, m.Version, m.Time = "stikprove", Version, now.UTC().Format(time.RFC3339)
	content, err := json.MarshalIndent(m, "", "  ")
	return newOutput("manifest.json", append(content, '\n')), err
}
