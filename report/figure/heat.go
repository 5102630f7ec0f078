package figure

import (
	"errors"

	"stikprove/sample/crosstab"
)

func drawHeat(p *page, t *crosstab.Table, w Wording) ([]reading, error) {
	return nil, errors.New("TODO")
}
