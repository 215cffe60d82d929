package message

import (
	"bytes"
	"strings"
)

// maxEncodedWord is far above RFC 2047's 75 bytes, for senders who put a whole subject
// into one, and keeps the search for the end of a word from becoming quadratic.
const maxEncodedWord = 4096

// decodeWords turns a raw unstructured value into text: unfolded, RFC 2047 decoded,
// 8-bit guessed. Neighbouring words of one charset are joined before their charset is
// decoded, because senders cut characters in two.
func decodeWords(v []byte) string {
	s := unfold(v)
	if !bytes.Contains(s, []byte("=?")) {
		return withoutBreaks(toUTF8("", s))
	}
	d := wordDecoder{}
	for {
		start := bytes.Index(s, []byte("=?"))
		if start < 0 {
			break
		}
		word, size, ok := readWord(s[start:])
		if !ok {
			d.literal(s[:start+2])
			s = s[start+2:]
			continue
		}
		d.literal(s[:start])
		d.word(word)
		s = s[start+size:]
	}
	d.literal(s)
	d.flush()
	return withoutBreaks(strings.TrimSpace(d.out.String()))
}

// withoutBreaks keeps a header on one line even if an encoded word holds line ends:
// whoever writes the value into another header must not be able to write two.
func withoutBreaks(s string) string {
	if !strings.ContainsAny(s, "\r\n") {
		return s
	}
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ").Replace(s)
}

// wordDecoder collects decoded words until the charset changes or other text comes.
type wordDecoder struct {
	out     strings.Builder
	charset string
	pending []byte
	open    bool
}

// literal adds text between words; blanks between two words are not shown, so blanks
// after a word are dropped (at the end of the value they mean nothing either).
func (d *wordDecoder) literal(s []byte) {
	if d.open && len(bytes.TrimSpace(s)) == 0 {
		return
	}
	d.flush()
	d.out.WriteString(toUTF8("", s))
}

func (d *wordDecoder) word(w encodedWord) {
	if d.open && !strings.EqualFold(w.charset, d.charset) {
		d.flush()
	}
	d.charset, d.open = w.charset, true
	d.pending = append(d.pending, w.text...)
}

func (d *wordDecoder) flush() {
	d.out.WriteString(toUTF8(d.charset, d.pending))
	d.pending, d.open = nil, false
}

// encodedWord is "=?charset?B|Q?text?=" with text decoded to the bytes of its charset.
type encodedWord struct {
	charset string
	text    []byte
}

// readWord reads the encoded word at the start of s and its size in bytes.
func readWord(s []byte) (w encodedWord, size int, ok bool) {
	s = s[:min(len(s), maxEncodedWord)]
	mark := bytes.IndexByte(s[2:], '?') + 2
	if mark < 3 || mark+2 >= len(s) || s[mark+2] != '?' {
		return w, 0, false
	}
	w.charset, _, _ = strings.Cut(string(s[2:mark]), "*") // RFC 2231 §5: language
	text := s[mark+3:]
	end := bytes.Index(text, []byte("?="))
	if end < 0 {
		return w, 0, false
	}
	switch text = text[:end]; s[mark+1] {
	case 'b', 'B':
		w.text = decodeBase64(text)
	case 'q', 'Q':
		w.text = decodeQ(text)
	default:
		return w, 0, false
	}
	return w, mark + 3 + end + 2, true
}

// decodeQ decodes RFC 2047 §4.2.
func decodeQ(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch c {
		case '_':
			c = ' '
		case '=':
			if escaped, ok := hexPair(b[i+1:]); ok {
				c = escaped
				i += 2
			}
		}
		out = append(out, c)
	}
	return out
}
