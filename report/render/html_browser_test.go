package render

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The page is opened from a file, and gone through as somebody with a keyboard,
// with a mouse and with a printer does.
func TestHTMLInABrowser(t *testing.T) {
	var page bytes.Buffer
	require.NoError(t, HTML(&page, illustrated(t)))
	b := openInBrowser(t, page.Bytes())
	const (
		hint = `getComputedStyle(document.activeElement.nextElementSibling).display`
		now  = `document.activeElement.className`
	)

	// Tab comes to every number, in the order of the text, and each shows what it
	// is of; Escape puts that away.
	numbers := b.eval(`document.querySelectorAll("a.value").length`).(float64)
	require.Positive(t, numbers)
	var reached []any
	for range int(b.eval(`document.querySelectorAll("a, button, summary, [tabindex]").length`).(float64)) + 5 {
		b.press("Tab", 9)
		if b.eval(now) != "value" {
			continue
		}
		at := b.eval(`[...document.querySelectorAll("a.value")].indexOf(document.activeElement)`)
		if len(reached) > 0 && at == 0. {
			break // round
		}
		reached = append(reached, at)
		assert.Equal(t, "block", b.eval(hint), "hint of number %v", at)
		assert.NotEmpty(t, b.eval(`document.activeElement.nextElementSibling.textContent`))
		b.press("Escape", 27)
		assert.Equal(t, "none", b.eval(hint), "after Escape, of number %v", at)
	}
	require.Len(t, reached, int(numbers))
	for i, at := range reached {
		assert.Equal(t, float64(i), at)
	}

	// Enter goes to the number's cell, which stands out.
	cell := `[...document.querySelectorAll("a.value")].find(a => document.querySelector(a.getAttribute("href"))?.tagName == "TD")`
	plain := b.eval(`getComputedStyle(document.querySelector(` + cell + `.getAttribute("href"))).boxShadow`)
	b.eval(cell + `.focus()`)
	href := b.eval(`document.activeElement.getAttribute("href")`)
	b.ask("Input.dispatchKeyEvent", map[string]any{"type": "keyDown", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}, nil)
	assert.Equal(t, href, b.eval(`location.hash`))
	assert.NotEqual(t, plain, b.eval(`getComputedStyle(document.querySelector(":target")).boxShadow`))

	// The mouse over a number shows the same.
	b.eval(`document.activeElement.blur()`)
	var at []float64
	b.settle()
	raw, ok := b.eval(`(() => { const a = document.querySelector("a.value"); a.scrollIntoView({block: "center", behavior: "instant"}); const r = a.getBoundingClientRect(); return JSON.stringify([r.x + r.width / 2, r.y + r.height / 2]) })()`).(string)
	require.True(t, ok)
	require.NoError(t, json.Unmarshal([]byte(raw), &at))
	b.settle()
	const first = `getComputedStyle(document.querySelector(".hint")).display`
	assert.Equal(t, "none", b.eval(first))
	b.ask("Input.dispatchMouseEvent", map[string]any{"type": "mouseMoved", "x": at[0], "y": at[1]}, nil)
	b.settle()
	assert.Equal(t, "block", b.eval(first))
	assert.Equal(t, true, b.eval(`document.querySelector(".hint").getBoundingClientRect().right <= innerWidth`))

	// On a telephone the page is no wider than the screen: what is wider is in a box
	// of its own that keys can scroll, the contents are folded, and the lettering of
	// figures, the least of which is 8 points, is 9 pixels or more.
	b.ask("Emulation.setDeviceMetricsOverride", map[string]any{"width": 400, "height": 800, "deviceScaleFactor": 1, "mobile": false}, nil)
	b.eval(`document.querySelectorAll(".wide table").forEach(table => table.style.minWidth = "120rem")`) // as if of many columns
	b.settle()
	assert.Equal(t, 400., b.eval(`innerWidth`))
	assert.LessOrEqual(t, b.eval(`document.scrollingElement.scrollWidth`), b.eval(`innerWidth`))
	assert.Equal(t, "", b.eval(`[...document.querySelectorAll("main *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".wide, .drawing, .vh")).map(e => e.outerHTML.slice(0, 80)).join()`))
	assert.Equal(t, true, b.eval(`[...document.querySelectorAll(".wide, .drawing")].every(e => e.tabIndex == 0 && e.getAttribute("role") && e.scrollHeight <= e.clientHeight)`))
	assert.Positive(t, b.eval(`[...document.querySelectorAll(".drawing")].filter(e => e.scrollWidth > e.clientWidth).length`))
	assert.Equal(t, true, b.eval(`[...document.querySelectorAll(".drawing svg")].every(e => 8 * e.getBoundingClientRect().width / e.viewBox.baseVal.width >= 9)`))
	assert.Equal(t, false, b.eval(`document.querySelector(".contents details").open`))
	b.ask("Emulation.clearDeviceMetricsOverride", nil, nil)

	// On paper there is the report and none of what leads about in it.
	b.ask("Emulation.setEmulatedMedia", map[string]any{"media": "print"}, nil)
	for _, gone := range []string{".contents", ".hint", "button.copy", ".skip"} {
		assert.Equal(t, "none", b.eval(`getComputedStyle(document.querySelector("`+gone+`")).display`), gone)
	}
	var printed struct{ Data string }
	b.ask("Page.printToPDF", map[string]any{"generateTaggedPDF": true, "preferCSSPageSize": true}, &printed)
	pdf, err := base64.StdEncoding.DecodeString(printed.Data)
	require.NoError(t, err)
	for _, want := range []string{"/StructTreeRoot", "/Lang (da)", "/S /TH", "/S /H1", "/S /Figure"} {
		assert.True(t, bytes.Contains(pdf, []byte(want)), want)
	}

	// Nothing was asked of any network, and nothing went wrong.
	for _, e := range b.events {
		switch e.Method {
		case "Network.requestWillBeSent":
			var sent struct{ Request struct{ URL string } }
			require.NoError(t, json.Unmarshal(e.Params, &sent))
			assert.True(t, strings.HasPrefix(sent.Request.URL, "file://") && strings.Contains(sent.Request.URL, "/report.html"), sent.Request.URL)
		case "Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded":
			assert.Fail(t, e.Method, string(e.Params))
		}
	}
}
