package study

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/goccy/go-yaml"

	"stikprove/survey"
	"stikprove/survey/platform"
	"stikprove/survey/whole"
)

// WriteMapping writes every decision taken about a file to path as YAML, for a
// study to keep. Keys are the names of [platform.Mapping]'s fields in small
// letters with underscores; what is empty is left out, and CPR numbers are
// masked. The error is a
// [survey.Problem] where the file is a form or is not known at all.
func (r *FileReading) WriteMapping(path string) error {
	if r.layout == nil {
		return survey.Problem{File: strings.Join(r.Files, ", "), Message: "no answers that a mapping could be written of"}
	}
	source, err := mappingYAML(r.layout.Mapping())
	if err != nil {
		return err
	}
	return whole.WriteBytes(path, source)
}

// mappingYAML returns a mapping as YAML, its personal numbers masked.
func mappingYAML(m platform.Mapping) ([]byte, error) {
	m.Variables = slices.Clone(m.Variables)
	for i, v := range m.Variables {
		if len(survey.FindCPR(v.Name)) > 0 {
			m.Variables[i].Name = "cpr_" + strconv.Itoa(i+1)
		}
	}
	source, err := yaml.MarshalWithOptions(plainYAML(reflect.ValueOf(m)), yaml.IndentSequence(true))
	if err != nil {
		return nil, fmt.Errorf("writing the mapping: %w", err)
	}
	return []byte(survey.MaskCPR(string(source))), nil
}

// plainYAML returns v as maps and lists that YAML writes in order.
func plainYAML(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		var pairs yaml.MapSlice
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && !v.Field(i).IsZero() {
				pairs = append(pairs, yaml.MapItem{Key: yamlKey(f.Name), Value: plainYAML(v.Field(i))})
			}
		}
		return pairs
	case reflect.Slice:
		items := make([]any, v.Len())
		for i := range items {
			items[i] = plainYAML(v.Index(i))
		}
		return items
	}
	return v.Interface()
}

// yamlKey returns a field's name as a key: DecimalComma is decimal_comma.
func yamlKey(name string) string {
	var b strings.Builder
	lower := false
	for _, c := range name {
		if unicode.IsUpper(c) && lower {
			b.WriteByte('_')
		}
		lower = !unicode.IsUpper(c)
		b.WriteRune(unicode.ToLower(c))
	}
	return b.String()
}
