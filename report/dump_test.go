package report

import (
	"fmt"
	"strings"
)

// dump writes a document as text, hard spaces as "~", so that a golden file
// can be read and a search through it is a search through everything printed.
func dump(d *Document) string {
	var b strings.Builder
	p := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	p("%s | %s | %s | %s | %s", d.Language, d.Study, d.Wave, d.Title, d.Subtitle)
	p("notice: %s", d.Notice)
	dumpBlocks(p, d.Blocks, "")
	for _, n := range d.Notes {
		p("[%d] %s", n.Number, dumpText(n.Text))
	}
	for _, m := range d.Method {
		p("method: %s", m)
	}
	for _, t := range d.Tables {
		p("listed: %d %s", t.Number, t.Caption)
	}
	for _, f := range d.Figures {
		p("listed: %d %s", f.Number, f.Caption)
	}
	return strings.ReplaceAll(b.String(), nbsp, "~")
}

func dumpBlocks(p func(string, ...any), blocks []Block, indent string) {
	for _, b := range blocks {
		switch b := b.(type) {
		case Heading:
			p("\n%s%s %s %s #%s", indent, strings.Repeat("=", b.Level), b.Number, dumpText(b.Text), b.ID)
		case Paragraph:
			p("%s%s", indent, dumpText(b.Text))
		case List:
			for _, item := range b.Items {
				dumpBlocks(p, item, indent+"- ")
			}
		case Quote:
			dumpBlocks(p, b.Blocks, indent+"> ")
		case Rule:
			p("%s----", indent)
		case *Table:
			dumpTable(p, b)
		case *Figure:
			p("\nFigure %d #%s %s (table %d)", b.Number, b.Anchor, b.Caption, b.Table.Number)
			p("  title: %s\n  alt: %s", b.Figure.Title, b.Figure.Alt)
		default:
			p("unexpected block %T", b)
		}
	}
}

func dumpTable(p func(string, ...any), t *Table) {
	p("\nTable %d #%s %s | %s", t.Number, t.Anchor, t.Caption, t.Unit)
	p("  summary: %s", t.Summary)
	if t.Spans != nil {
		line := []string{""}
		for _, s := range t.Spans {
			line = append(line, fmt.Sprintf("%s*%d", s.Text, s.Columns))
		}
		p("  %s", strings.Join(line, " | "))
	}
	line := []string{t.Stub}
	for _, h := range t.Heads {
		line = append(line, fmt.Sprintf("%s (%s)", h.Text, h.Measure))
	}
	p("  %s", strings.Join(line, " | "))
	for _, r := range t.Rows {
		line := []string{fmt.Sprintf("%s [%s]", r.Label, r.Kind)}
		for _, c := range r.Cells {
			hidden := ""
			if c.Hidden {
				hidden = "hidden "
			}
			line = append(line, fmt.Sprintf("%s %s#%s", c.Text, hidden, c.Anchor))
		}
		p("  %s", strings.Join(line, " | "))
	}
	for _, n := range t.Notes {
		p("  note: %s", n)
	}
	p("  source: %s", t.Source)
}

func dumpText(text []Inline) string {
	var b strings.Builder
	for _, in := range text {
		switch in := in.(type) {
		case Words:
			b.WriteString(in.Text)
		case Emphasis:
			b.WriteString("*" + dumpText(in.Text) + "*")
		case Link:
			b.WriteString("<" + in.URL + " " + dumpText(in.Text) + ">")
		case Value:
			fmt.Fprintf(&b, "{%s; %s; #%s; %s}", in.Text, in.Key, in.Anchor, in.Hint)
		case Reference:
			fmt.Fprintf(&b, "{%s #%s}", in.Text, in.Anchor)
		case NoteMark:
			fmt.Fprintf(&b, "[%d]", in.Number)
		default:
			fmt.Fprintf(&b, "unexpected %T", in)
		}
	}
	return b.String()
}
