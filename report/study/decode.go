package study

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"stikprove/report"
	"stikprove/survey"
)

// decoder fills a struct from YAML and collects what is wrong with it: every
// unknown, doubled and mistyped key of the file, with line and column, where a
// library's decoder stops at the first.
type decoder struct {
	file     string
	problems survey.Problems
}

// decode fills into, a pointer to a struct, from source. Keys that are in
// order are set even where others are not, so that later checks can go on.
func decode(file string, source []byte, into any) survey.Problems {
	return decodeAt(file, source, into, "")
}

// decodeAt is decode where into may point to a list, too; path names the whole
// of it in messages.
func decodeAt(file string, source []byte, into any, path string) survey.Problems {
	d := &decoder{file: file}
	parsed, err := parse(source)
	if err != nil {
		return append(d.problems, d.syntax(err))
	}
	if len(parsed.Docs) != 1 || parsed.Docs[0].Body == nil {
		if strings.TrimSpace(string(source)) == "" {
			return append(d.problems, survey.Problem{File: file, Message: "the file is empty"})
		}
		return append(d.problems, survey.Problem{File: file, Message: fmt.Sprintf("holds %d YAML documents, want 1", len(parsed.Docs))})
	}
	d.value(parsed.Docs[0].Body, reflect.ValueOf(into).Elem(), path)
	return d.problems
}

// parse parses YAML. The parser is not ours; whatever it meets in a file that
// somebody else wrote must end in a line, not in a stack.
func parse(source []byte) (parsed *ast.File, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("no YAML")
		}
	}()
	return parser.ParseBytes(asText(source), 0, parser.AllowDuplicateMapKey())
}

// asText returns what editors on Windows write as others do: without a byte
// order mark, and with lines that end in a line feed. Lines and columns are the
// same.
func asText(source []byte) []byte {
	source = bytes.TrimPrefix(source, []byte("\ufeff"))
	return bytes.ReplaceAll(source, []byte("\r\n"), []byte("\n"))
}

// syntax words what keeps a file from being YAML.
func (d *decoder) syntax(err error) survey.Problem {
	p := survey.Problem{File: d.file, Message: "cannot be read as YAML"}
	var e yaml.Error
	if errors.As(err, &e) {
		p.Message = e.GetMessage()
		if t := e.GetToken(); t != nil && t.Position != nil {
			p.Line, p.Row, p.Column = true, t.Position.Line, t.Position.Column
		}
	}
	return p
}

func (d *decoder) add(at *token.Token, path, format string, args ...any) {
	d.problems = append(d.problems, survey.Problem{
		File: d.file, Line: true, Row: at.Position.Line, Column: at.Position.Column,
		Variable: path, Message: fmt.Sprintf(format, args...),
	})
}

var textType = reflect.TypeFor[survey.Text]()

// value sets v from node. path names the node for messages.
func (d *decoder) value(node ast.Node, v reflect.Value, path string) {
	switch n := node.(type) {
	case *ast.NullNode:
		return
	case *ast.AliasNode, *ast.AnchorNode, *ast.TagNode:
		d.add(n.GetToken(), path, "anchors, aliases and tags are not read here; write the value out")
		return
	}
	switch {
	case v.Type() == textType:
		d.text(node, v, path)
	case v.Kind() == reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		d.value(node, v.Elem(), path)
	case v.Kind() == reflect.Struct:
		d.fields(node, v, path)
	case v.Kind() == reflect.Map:
		d.entries(node, v, path)
	case v.Kind() == reflect.Slice:
		d.list(node, v, path)
	default:
		d.scalar(node, v, path)
	}
}

// text reads words for every language, or words by language tag.
func (d *decoder) text(node ast.Node, v reflect.Value, path string) {
	if pairs, ok := mapping(node); ok {
		words := survey.Text{}
		for _, p := range pairs {
			if _, ok := report.LanguageOf(key(p)); !ok {
				d.add(p.Key.GetToken(), path, "got %s for a language, want da or en; words with a comma in them want quotes", survey.Quote(key(p)))
				continue
			}
			var s string
			d.value(p.Value, reflect.ValueOf(&s).Elem(), within(path, key(p)))
			words[key(p)] = s
		}
		v.Set(reflect.ValueOf(words))
		return
	}
	var s string
	d.value(node, reflect.ValueOf(&s).Elem(), path)
	if s != "" {
		v.Set(reflect.ValueOf(survey.Words(s)))
	}
}

// fields reads a mapping into a struct by its yaml tags.
func (d *decoder) fields(node ast.Node, v reflect.Value, path string) {
	pairs, ok := mapping(node)
	if alone := aloneIn(v); !ok && alone.IsValid() {
		setPlace(v, node.GetToken())
		d.value(node, alone, path)
		return
	}
	if !ok {
		d.add(node.GetToken(), path, "got %s, want keys with values", kindOf(node))
		return
	}
	known := map[string]reflect.Value{}
	var names []string
	for i := range v.NumField() {
		field := v.Type().Field(i)
		tag, _, _ := strings.Cut(field.Tag.Get("yaml"), ",")
		if tag == "" && field.IsExported() {
			tag = yamlKey(field.Name) // a struct of another package's
		}
		if tag != "" {
			known[tag] = v.Field(i)
			names = append(names, tag)
		}
	}
	if len(pairs) > 0 {
		setPlace(v, pairs[0].Key.GetToken())
	}
	seen := map[string]bool{}
	for _, p := range pairs {
		name := key(p)
		field, ok := known[name]
		switch {
		case !ok:
			d.add(p.Key.GetToken(), path, "unknown key %s%s", survey.Quote(name), survey.DidYouMean(name, names))
		case seen[name]:
			d.add(p.Key.GetToken(), path, "key %q is given twice", name)
		default:
			d.value(p.Value, field, within(path, name))
		}
		seen[name] = true
	}
}

// aloneIn returns the field of a struct that a single value in its place is
// meant for, tagged "alone", or the zero Value.
func aloneIn(v reflect.Value) reflect.Value {
	for i := range v.NumField() {
		if strings.HasSuffix(v.Type().Field(i).Tag.Get("yaml"), ",alone") {
			return v.Field(i)
		}
	}
	return reflect.Value{}
}

// setPlace keeps where in the file a struct begins, where it has a place for it.
func setPlace(v reflect.Value, at *token.Token) {
	if to := v.FieldByName("place"); to.IsValid() {
		to.FieldByName("Line").SetInt(int64(at.Position.Line))
		to.FieldByName("Column").SetInt(int64(at.Position.Column))
	}
}

// entries reads a mapping whose keys are names of the study's own.
func (d *decoder) entries(node ast.Node, v reflect.Value, path string) {
	// A report in one language is written as one file name.
	if v.Type() == reflect.TypeFor[map[string]string]() {
		if s, ok := node.(*ast.StringNode); ok {
			v.Set(reflect.ValueOf(map[string]string{"": s.Value}))
			return
		}
	}
	pairs, ok := mapping(node)
	if !ok {
		d.add(node.GetToken(), path, "got %s, want names with values", kindOf(node))
		return
	}
	v.Set(reflect.MakeMapWithSize(v.Type(), len(pairs)))
	for _, p := range pairs {
		name := reflect.ValueOf(key(p))
		if v.MapIndex(name).IsValid() {
			d.add(p.Key.GetToken(), path, "%q is given twice", key(p))
			continue
		}
		entry := reflect.New(v.Type().Elem()).Elem()
		d.value(p.Value, entry, within(path, key(p)))
		v.SetMapIndex(name, entry)
	}
}

// list reads a sequence; a single value stands for a list of one.
func (d *decoder) list(node ast.Node, v reflect.Value, path string) {
	sequence, ok := node.(*ast.SequenceNode)
	if !ok {
		if v.Type().Elem().Kind() == reflect.String {
			one := reflect.New(v.Type().Elem()).Elem()
			d.value(node, one, path)
			v.Set(reflect.Append(v, one))
			return
		}
		d.add(node.GetToken(), path, "got %s, want a list", kindOf(node))
		return
	}
	for i, item := range sequence.Values {
		entry := reflect.New(v.Type().Elem()).Elem()
		d.value(item, entry, fmt.Sprintf("%s[%d]", path, i+1))
		v.Set(reflect.Append(v, entry))
	}
}

// scalar reads one value.
func (d *decoder) scalar(node ast.Node, v reflect.Value, path string) {
	var raw string
	switch n := node.(type) {
	case *ast.LiteralNode:
		raw = n.Value.Value
	case ast.ScalarNode:
		raw = n.GetToken().Value
	default:
		d.add(node.GetToken(), path, "got %s, want one value", kindOf(node))
		return
	}
	want := ""
	switch v.Kind() {
	case reflect.String:
		v.SetString(raw)
	case reflect.Bool:
		if b, err := strconv.ParseBool(raw); err == nil {
			v.SetBool(b)
		} else {
			want = "true or false"
		}
	case reflect.Int:
		if n, err := strconv.Atoi(raw); err == nil {
			v.SetInt(int64(n))
		} else {
			want = "a whole number"
		}
	case reflect.Float64:
		if f, err := strconv.ParseFloat(raw, 64); err == nil && !math.IsNaN(f) && !math.IsInf(f, 0) {
			v.SetFloat(f)
		} else {
			want = "a number with a point"
		}
	}
	if want != "" {
		d.add(node.GetToken(), path, "got %s, want %s", survey.Quote(raw), want)
	}
}

// mapping returns the pairs of a mapping; a lone pair is a mapping too.
func mapping(node ast.Node) ([]*ast.MappingValueNode, bool) {
	switch n := node.(type) {
	case *ast.MappingNode:
		return n.Values, true
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}, true
	}
	return nil, false
}

// key returns a pair's key as written.
func key(p *ast.MappingValueNode) string { return p.Key.GetToken().Value }

// kindOf says what a node is, for messages.
func kindOf(node ast.Node) string {
	switch node.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return "keys with values"
	case *ast.SequenceNode:
		return "a list"
	}
	return survey.Quote(node.GetToken().Value)
}

// within names a key by the path of the mapping it is in.
func within(path, name string) string { return strings.TrimPrefix(path+"."+name, ".") }
