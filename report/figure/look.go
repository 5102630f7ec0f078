package figure

// look is how a figure is lettered and coloured: our own way, or a house's.
type look struct {
	title, subtitle, label, value, head, axis, note style

	main    paint   // bars and dots
	accent  paint   // what they are held against
	light   paint   // bars that overlap or sum others, lines of intervals
	series  []paint // parts and series without order
	scale   map[int][]paint
	rampLow paint
	rampTop paint
	family  string // fonts that an SVG asks for, the first that is there
}

// usual is the look of a figure of no house.
var usual = &look{
	title: titleStyle, subtitle: subtitleStyle, label: labelStyle, value: valueStyle, head: headStyle, axis: axisStyle, note: noteStyle,
	main: mainHue, accent: accentHue, light: lightHue, series: qualitative, scale: diverging, rampLow: rampLowest, rampTop: rampHighest,
	family: family,
}

// set returns the look with every style set in a typeface.
func (l look) set(f *typeface) look {
	for _, s := range []*style{&l.title, &l.subtitle, &l.label, &l.value, &l.head, &l.axis, &l.note} {
		s.face = f
	}
	l.family = "'" + f.name + "'," + family
	return l
}
