package study

import (
	"bytes"
	"sync"

	"stikprove/report"
)

// pictures are a report's figures, each drawn once however many files it is in.
type pictures map[*report.Figure]picture

// picture draws a figure when it is first asked for.
type picture struct{ svg, png func() ([]byte, error) }

func newPictures(figures []*report.Figure) pictures {
	p := pictures{}
	for _, f := range figures {
		p[f] = picture{
			svg: sync.OnceValues(func() ([]byte, error) {
				var b bytes.Buffer
				err := f.Figure.SVG(&b)
				return b.Bytes(), err
			}),
			png: sync.OnceValues(func() ([]byte, error) {
				var b bytes.Buffer
				err := f.Figure.PNG(&b)
				return b.Bytes(), err
			}),
		}
	}
	return p
}

// both returns a figure as SVG and PNG.
func (p pictures) both(f *report.Figure) (svg, png []byte, err error) {
	if svg, err = p[f].svg(); err != nil {
		return nil, nil, err
	}
	png, err = p[f].png()
	return svg, png, err
}

// put copies a picture into a file.
func put(to *bytes.Buffer, picture func() ([]byte, error)) error {
	content, err := picture()
	to.Write(content)
	return err
}
