package figure

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Several figures stand inline in one page, so ids may not meet, and every id
// that is pointed to exists.
func TestSVGStandsInAPage(t *testing.T) {
	ids := map[string]bool{}
	for _, p := range pictures() {
		v, _ := written(t, p.figure(t))
		own := map[string]bool{}
		d := xml.NewDecoder(strings.NewReader(v))
		for first := true; ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			require.NoError(t, err)
			e, ok := token.(xml.StartElement)
			if !ok {
				continue
			}
			attrs := map[string]string{}
			for _, a := range e.Attr {
				attrs[a.Name.Local] = a.Value
			}
			if id := attrs["id"]; id != "" {
				assert.True(t, strings.HasPrefix(id, p.spec.ID+"-"), id)
				assert.False(t, ids[id], "%s twice", id)
				ids[id], own[id] = true, true
			}
			if url, ok := strings.CutPrefix(attrs["fill"], "url(#"); ok {
				assert.True(t, own[strings.TrimSuffix(url, ")")], url)
			}
			if first {
				assert.Equal(t, "img", attrs["role"])
				assert.Equal(t, p.spec.ID+"-title "+p.spec.ID+"-desc", attrs["aria-labelledby"])
				first = false
			}
		}
		assert.True(t, own[p.spec.ID+"-title"] && own[p.spec.ID+"-desc"])
	}
}

// A report draws its figures side by side.
func TestFiguresAreDrawnTogether(t *testing.T) {
	f := sizePicture().figure(t)
	_, want := written(t, f)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var b bytes.Buffer
			assert.NoError(t, f.PNG(&b))
			assert.Equal(t, want, hash(b.Bytes()))
		})
	}
	wg.Wait()
}
