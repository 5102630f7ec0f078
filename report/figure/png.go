package figure

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image/png"
	"io"
	"math"
)

const dotsPerInch = 300

// PNG writes the figure as a picture of 300 dots per inch that knows its size
// on paper.
//
// Note: gonum/plot's own raster canvas paints four bytes a pixel and took
// several times as long for the same picture; its fonts and their metrics are
// used here as there.
func (f *Figure) PNG(w io.Writer) error {
	if f.scene == nil {
		return errUnmade
	}
	const scale = dotsPerInch / 72.0
	c := newCanvas(int(math.Round(f.Width*scale)), int(math.Ceil(f.Height*scale)), scale)
	c.reserve(f.scene)
	for _, m := range f.scene.marks {
		switch m := m.(type) {
		case box:
			c.box(m)
		case stroke:
			c.stroke(m)
		case tick:
			c.tick(m)
		case dot:
			c.dot(m)
		case path:
			c.path(m)
		case text:
			c.text(m)
		}
	}
	var b bytes.Buffer
	// Flat colours compress well at any level, and time is what PNG costs.
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&b, c.img); err != nil {
		return err
	}
	return sized(w, b.Bytes())
}

// sized writes a PNG with its resolution, which image/png leaves out and
// without which a word processor takes every pixel for 1/96 inch.
func sized(w io.Writer, picture []byte) error {
	const header = 8 + 4 + 4 + 13 + 4 // signature and the chunk that must be first
	perMetre := uint32(math.Round(dotsPerInch / 0.0254))
	chunk := []byte("pHYs")
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = binary.BigEndian.AppendUint32(chunk, perMetre)
	chunk = append(chunk, 1) // the unit is the metre
	sum := crc32.ChecksumIEEE(chunk)
	out := binary.BigEndian.AppendUint32(nil, uint32(len(chunk)-4))
	out = append(out, chunk...)
	out = binary.BigEndian.AppendUint32(out, sum)
	for _, part := range [][]byte{picture[:header], out, picture[header:]} {
		if _, err := w.Write(part); err != nil {
			return err
		}
	}
	return nil
}
