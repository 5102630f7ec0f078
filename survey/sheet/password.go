package sheet

import (
	"bytes"
	"encoding/binary"
	"errors"
	"regexp"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// maxSpin is the most rounds that a password is hashed. Excel takes 100,000
// and a file may ask for four thousand million.
const maxSpin = 1_000_000

// spinCount finds the rounds in the description of an encryption
// (MS-OFFCRYPTO, 2.3.4.10).
var spinCount = regexp.MustCompile(`spinCount\s*=\s*["'](\d+)["']`)

// decrypt returns the workbook inside an encrypted one. The error is a
// sentence.
func decrypt(c contents, password string) (_ contents, err error) {
	if password == "" {
		return c, errors.New("the workbook is protected by a password; put it in the environment variable STIKPROVE_PASSWORD, or remove it in Excel (File, Info, Protect Workbook) and save the workbook")
	}
	data, err := c.whole()
	if err != nil {
		return c, err
	}
	for _, found := range spinCount.FindAllSubmatch(data, -1) {
		if n, err := strconv.Atoi(string(found[1])); err != nil || n > maxSpin {
			return c, errors.New("the workbook asks for more work on its password than any program does, and is not read")
		}
	}
	if !streamsFit(data) {
		return c, errors.New("the protected workbook is damaged or cut short; copy or export it again")
	}
	// excelize slices what the file says without asking whether it is there.
	defer func() {
		if recover() != nil {
			err = errors.New("the protected workbook is damaged or cut short; copy or export it again")
		}
	}()
	plain, err := excelize.Decrypt(data, &excelize.Options{Password: password})
	if err != nil || !bytes.HasPrefix(plain, zipSignature) {
		return c, errors.New("the password in STIKPROVE_PASSWORD does not open the workbook, or it is protected in a way that is not read; remove the password in Excel (File, Info, Protect Workbook) and save the workbook")
	}
	return held(plain), nil
}

// streamsFit reports whether the streams of an encrypted workbook are no longer
// than the file: room for them is made before they are read. A directory entry
// is 128 bytes: its name, at 64 the name's length with an end mark, at 66 a 2
// for a stream, at 120 the stream's length, of which files of version 3 use the
// low half (MS-CFB, 2.6.1).
func streamsFit(data []byte) bool {
	for at := 512; at+128 <= len(data); at += 128 {
		entry := data[at : at+128]
		if entry[66] != 2 {
			continue
		}
		for _, name := range []string{"EncryptedPackage", "EncryptionInfo"} {
			name := utf16le(name)
			if !bytes.HasPrefix(entry, name) || int(binary.LittleEndian.Uint16(entry[64:])) != len(name)+2 {
				continue
			}
			length := binary.LittleEndian.Uint64(entry[120:])
			if binary.LittleEndian.Uint16(data[26:]) == 3 {
				length &= 1<<32 - 1
			}
			if length > uint64(len(data)) {
				return false
			}
		}
	}
	return true
}
