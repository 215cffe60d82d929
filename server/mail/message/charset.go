package message

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
	"golang.org/x/text/encoding/ianaindex"
)

// Text decodes the part to UTF-8, whatever its media type, without control characters.
func (p *Part) Text() string {
	b := p.Bytes()
	label := p.Params["charset"]
	if label == "" && p.MediaType == "text/html" {
		label = metaCharset(b)
	}
	return toUTF8(label, b)
}

// toUTF8 believes the bytes before the label: text that is plainly UTF-8 is UTF-8 even
// when a careless sender calls it latin-1. Unknown labels are read as windows-1252.
func toUTF8(label string, b []byte) string {
	b = bytes.TrimPrefix(b, []byte("\xef\xbb\xbf"))
	if isASCII(b) && !mayShift(label) {
		return withoutControls(string(b))
	}
	label = strings.ToLower(strings.Trim(label, " \t\"'<>;"))
	if label == "utf-7" || label == "unicode-1-1-utf-7" {
		return withoutControls(decodeUTF7(b))
	}
	e := charset(label)
	switch {
	case e == nil && mostlyUTF8(b), singleByte(label) && plainlyUTF8(b):
		return withoutControls(strings.ToValidUTF8(string(b), "\uFFFD"))
	case e == nil:
		e = charmap.Windows1252
	}
	d, err := e.NewDecoder().Bytes(b)
	if err != nil {
		return withoutControls(strings.ToValidUTF8(string(b), "\uFFFD"))
	}
	return withoutControls(string(d))
}

// charset finds the decoder for a lower-case label; nil for UTF-8, ASCII and unknown.
func charset(label string) encoding.Encoding {
	switch label {
	case "", "us-ascii", "ascii", "utf-8", "utf8", "unknown-8bit", "x-unknown", "default", "iso-8859-1-i":
		return nil
	case "cp932", "ms932", "windows-31j", "x-sjis":
		label = "shift_jis"
	case "ks_c_5601-1987", "cp949", "ms949":
		label = "euc-kr"
	case "gb2312", "cp936", "x-gbk":
		label = "gb18030" // holds both, and senders mean it
	}
	if number, ok := strings.CutPrefix(label, "cp125"); ok {
		label = "windows-125" + number
	}
	if e, err := htmlindex.Get(label); err == nil && e != encoding.Replacement {
		return e
	}
	if e, err := ianaindex.MIME.Encoding(label); err == nil && e != nil && e != encoding.Replacement {
		return e
	}
	return nil
}

// mayShift says whether ASCII bytes can mean other letters in this charset.
func mayShift(label string) bool {
	l := strings.ToLower(label)
	return strings.Contains(l, "2022") || strings.Contains(l, "utf-7") || strings.Contains(l, "utf-16") ||
		strings.Contains(l, "utf-32") || strings.Contains(l, "hz") || strings.Contains(l, "ebcdic") || strings.Contains(l, "ibm")
}

func singleByte(label string) bool {
	return strings.HasPrefix(label, "iso-8859") || strings.HasPrefix(label, "windows-125") || label == "latin1" || label == "us-ascii"
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plainlyUTF8 wants two sequences at least: one pair of latin-1 letters may look like one.
func plainlyUTF8(b []byte) bool {
	good, bad := countUTF8(b)
	return good >= 2 && bad == 0
}

// mostlyUTF8 forgives a few broken sequences, as a cut or a careless gateway leaves.
func mostlyUTF8(b []byte) bool {
	good, bad := countUTF8(b)
	return bad == 0 || good > 4*bad
}

// countUTF8 counts sequences beyond ASCII that are sound and bytes that belong to none.
func countUTF8(b []byte) (good, bad int) {
	for i := 0; i < len(b); {
		if b[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good, bad
}

// withoutControls drops what neither databases nor XML accept.
func withoutControls(s string) string {
	if strings.IndexFunc(s, isUnwanted) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isUnwanted(r) {
			return -1
		}
		return r
	}, s)
}

func isUnwanted(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == 0x7f
}

// metaCharset reads the charset that an HTML page declares in its first 2 KB.
func metaCharset(b []byte) string {
	head := bytes.ToLower(b[:min(len(b), 2048)])
	_, after, ok := bytes.Cut(head, []byte("charset="))
	if !ok {
		return ""
	}
	after = bytes.TrimLeft(after, `"' `)
	if end := bytes.IndexAny(after, "\"' />;\r\n"); end > 0 {
		return string(after[:end])
	}
	return ""
}
