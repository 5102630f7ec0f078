package study

import (
	"bytes"
	"fmt"

	"stikprove/coding"
	"stikprove/survey"
)

// Rate is a count of a count with its interval, see [coding.Rate].
type Rate = coding.Rate

// Slice is the score of some descriptions, see [coding.Slice].
type Slice = coding.Slice

// Evaluation is how the rules of a scheme fared on a set of settled
// descriptions.
type Evaluation struct {
	coding.Evaluation
	File   string
	Part   string         // of the set
	Scheme *coding.Scheme // by which it was coded
	Set    []coding.Gold  // the descriptions: health data, for whoever asked for them only
}

// EvaluateCoding codes the descriptions of a file by a scheme and scores them
// against the verdicts that stand beside them. Part is "tune", "test" or "all".
func EvaluateCoding(path, schemeName, part string) (*Evaluation, error) {
	scheme, err := OpenScheme(schemeName)
	if err != nil {
		return nil, err
	}
	source, err := readGiven(path)
	if err != nil {
		return nil, err
	}
	set, err := coding.ReadGold(path, bytes.NewReader(source), scheme)
	if err != nil {
		return nil, err
	}
	if set = coding.OfPart(set, part); len(set) == 0 {
		return nil, survey.Problem{File: path, Message: fmt.Sprintf("no description is of part %q", part)}
	}
	return &Evaluation{Evaluation: coding.Evaluate(coding.NewCoder(scheme), set), File: path, Part: part, Scheme: scheme, Set: set}, nil
}

// Calibrated fits a calibration to the descriptions, see [coding.Calibrate].
func (e *Evaluation) Calibrated() []coding.Calibrated {
	return coding.Calibrate(coding.NewCoder(e.Scheme), e.Set)
}
