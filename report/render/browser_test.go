package render

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// browser is a Chromium without a window, told what to do over a pipe in the
// protocol of its own developer tools.
type browser struct {
	t       *testing.T
	to      io.Writer
	from    *bufio.Reader
	session string
	asked   int
	events  []event
}

// event is something the browser says unasked.
type event struct {
	Method string
	Params json.RawMessage
}

// openInBrowser opens a page from a file. Without Chromium the test is skipped.
func openInBrowser(t *testing.T, page []byte) *browser {
	t.Helper()
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			program = path
			break
		}
	}
	if program == "" || runtime.GOOS == "windows" { // a process there is given no pipes
		t.Skip("no Chromium: not checked are keys, hovering, jumps, requests, errors of scripts and print of report.html")
	}
	dir := t.TempDir()
	file := filepath.Join(dir, "report.html")
	require.NoError(t, os.WriteFile(file, page, 0o600))
	in, to, err := os.Pipe()
	require.NoError(t, err)
	from, out, err := os.Pipe()
	require.NoError(t, err)
	// A profile of its own, which it may be writing still when the test is done.
	profile, err := os.MkdirTemp("", "profile")
	require.NoError(t, err)
	args := []string{"--headless", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--user-data-dir=" + profile,
		"--window-size=1300,900", "--remote-debugging-pipe", "about:blank"}
	if os.Geteuid() == 0 {
		args = append([]string{"--no-sandbox"}, args...) // it will not start as root with one; the page is ours
	}
	cmd := exec.Command(program, args...)
	cmd.ExtraFiles = []*os.File{in, out} // 3 is read by it and 4 written
	require.NoError(t, cmd.Start())
	in.Close()
	out.Close()
	limit := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	b := &browser{t: t, to: to, from: bufio.NewReader(from)}
	t.Cleanup(func() {
		limit.Stop()
		to.Close()
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		from.Close()
		_ = os.RemoveAll(profile)
	})
	var target struct{ TargetID string }
	b.ask("Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.ask("Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	for _, domain := range []string{"Page", "Network", "Runtime", "Log"} {
		b.ask(domain+".enable", nil, nil)
	}
	// Jumps are at once: the page says so to those who want no motion.
	b.ask("Emulation.setEmulatedMedia", map[string]any{"features": []any{map[string]any{"name": "prefers-reduced-motion", "value": "reduce"}}}, nil)
	b.ask("Page.navigate", map[string]any{"url": "file://" + file}, nil)
	for b.events = nil; ; {
		if e := b.next(); e.Method == "Page.loadEventFired" {
			return b
		}
	}
}

// message is what is said over the pipe, either way.
type message struct {
	ID        int             `json:"id,omitempty"`
	SessionID string          `json:"sessionId,omitempty"`
	Method    string          `json:"method,omitempty"`
	Params    any             `json:"params,omitempty"`
	Result    json.RawMessage `json:"result,omitempty"`
	Error     json.RawMessage `json:"error,omitempty"`
}

// read reads a message; events are kept.
func (b *browser) read() (id int, m message, e event) {
	b.t.Helper()
	line, err := b.from.ReadBytes(0)
	require.NoError(b.t, err, "the browser went away")
	line = line[:len(line)-1]
	require.NoError(b.t, json.Unmarshal(line, &m))
	if m.ID == 0 {
		require.NoError(b.t, json.Unmarshal(line, &e))
		b.events = append(b.events, e)
	}
	return m.ID, m, e
}

// next returns the next event.
func (b *browser) next() event {
	b.t.Helper()
	for {
		if id, _, e := b.read(); id == 0 {
			return e
		}
	}
}

// ask calls a method and waits for its result.
func (b *browser) ask(method string, params map[string]any, result any) {
	b.t.Helper()
	b.asked++
	if params == nil {
		params = map[string]any{}
	}
	line, err := json.Marshal(message{ID: b.asked, SessionID: b.session, Method: method, Params: params})
	require.NoError(b.t, err)
	_, err = b.to.Write(append(line, 0))
	require.NoError(b.t, err)
	for {
		id, m, _ := b.read()
		if id != b.asked {
			continue
		}
		require.Empty(b.t, string(m.Error), method)
		if result != nil {
			require.NoError(b.t, json.Unmarshal(m.Result, result))
		}
		return
	}
}

// eval returns what an expression is on the page.
func (b *browser) eval(expression string) any {
	b.t.Helper()
	var got struct {
		Result           struct{ Value any }
		ExceptionDetails json.RawMessage
	}
	b.ask("Runtime.evaluate", map[string]any{"expression": expression, "returnByValue": true, "awaitPromise": true}, &got)
	require.Empty(b.t, string(got.ExceptionDetails), expression)
	return got.Result.Value
}

// settle waits until the page is drawn as it now is.
func (b *browser) settle() {
	b.t.Helper()
	b.eval(`new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))`)
}

// press presses a key.
func (b *browser) press(key string, code int) {
	b.t.Helper()
	for _, kind := range []string{"rawKeyDown", "keyUp"} {
		b.ask("Input.dispatchKeyEvent", map[string]any{"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}, nil)
	}
}
