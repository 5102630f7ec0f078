package report

// Mention is a number in the text or in a figure's title, and where it stands.
type Mention struct {
	Value
	Section string // id of the heading it stands under; empty before the first, and in a footnote
	Note    int    // number of the footnote it stands in; 0 elsewhere
	Figure  string // id of the figure whose title it stands in; empty elsewhere
}

// Mentions returns the numbers in the text that were looked up, in the order
// they are read: the text, with the titles of the figures where they stand, then
// the footnotes.
func (d *Document) Mentions() []Mention {
	var found []Mention
	var walk func(blocks []Block)
	section := ""
	walk = func(blocks []Block) {
		for _, b := range blocks {
			var text []Inline
			switch b := b.(type) {
			case Heading:
				section, text = b.ID, b.Text
			case Paragraph:
				text = b.Text
			case List:
				for _, item := range b.Items {
					walk(item)
				}
			case Quote:
				walk(b.Blocks)
			case *Figure:
				for _, v := range b.Values {
					v.File, v.Line = "", 0
					found = append(found, Mention{Value: v, Section: section, Figure: b.ID})
				}
			}
			for _, v := range valuesIn(text) {
				found = append(found, Mention{Value: v, Section: section})
			}
		}
	}
	walk(d.Blocks)
	for _, n := range d.Notes {
		for _, v := range valuesIn(n.Text) {
			found = append(found, Mention{Value: v, Note: n.Number})
		}
	}
	return found
}

// valuesIn returns the numbers of a text that were looked up.
func valuesIn(text []Inline) []Value {
	var found []Value
	for _, in := range text {
		switch in := in.(type) {
		case Value:
			found = append(found, in)
		case Emphasis:
			found = append(found, valuesIn(in.Text)...)
		case Link:
			found = append(found, valuesIn(in.Text)...)
		}
	}
	return found
}
