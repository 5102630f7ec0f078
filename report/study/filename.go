package study

import (
	"regexp"
	"strings"
	"unicode"
)

// reserved are the names that Windows keeps for devices, whatever ending they
// have.
var reserved = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(\.|$)`)

// longestName leaves room for an ending and a folder within the 255 bytes that
// systems give a name.
const longestName = 200

// canBeFile reports whether a file can be called name with an ending behind it
// on Windows, macOS and Linux.
func canBeFile(name string) bool {
	return len(name) <= longestName && !reserved.MatchString(name) &&
		!strings.ContainsAny(name, `/\:*?"<>|`) && !strings.ContainsFunc(name, unicode.IsControl) &&
		!strings.HasPrefix(name, ".") && !strings.HasPrefix(name, " ") && !strings.HasSuffix(name, ".") && !strings.HasSuffix(name, " ")
}
