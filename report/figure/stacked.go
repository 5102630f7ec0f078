package figure

import (
	"errors"

	"stikprove/sample/crosstab"
)

func drawStacks(p *page, t *crosstab.Table, s Spec, w Wording) ([]reading, error) {
	return nil, errors.New("TODO")
}
