package survey

// Blank returns a dataset of unit with the instrument's variables, rosters
// among them, and no rows. It stands in for data that could not be read, so
// that everything that names a variable can still be checked.
func (in *Instrument) Blank(unit string) (*Dataset, error) {
	d, err := NewDataset(unit, 0, Origin{}, in.blank("")...)
	if err != nil {
		return nil, err
	}
	for _, r := range in.Rosters {
		block, err := NewDataset(r.Name, 0, Origin{}, in.blank(r.Name)...)
		if err != nil {
			return nil, err
		}
		if d, err = d.WithRoster(r.Name, block); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// blank returns a column without rows for each question of a roster, or of
// none.
func (in *Instrument) blank(roster string) []*Column {
	var columns []*Column
	for _, q := range in.Questions {
		if q.Roster != roster {
			continue
		}
		switch q.Kind {
		case KindSingle:
			columns = append(columns, NewSingle(q.Variable, nil, nil))
		case KindMultiple:
			columns = append(columns, NewMultiple(q.Variable, nil, nil))
		case KindText:
			columns = append(columns, NewText(q.Variable, nil, nil))
		default:
			columns = append(columns, NewNumber(q.Variable, nil, nil))
		}
	}
	return columns
}
