package message

import "bytes"

// decodeUU decodes the first uuencoded file in b; b itself when there is none.
func decodeUU(b []byte) []byte {
	start := bytes.Index(b, []byte("begin "))
	if start < 0 {
		return b
	}
	_, rest, _ := bytes.Cut(b[start:], []byte("\n"))
	var out []byte
	for len(rest) > 0 {
		var line []byte
		line, rest, _ = bytes.Cut(rest, []byte("\n"))
		line = bytes.TrimRight(line, "\r")
		if len(line) == 0 || string(line) == "end" {
			break
		}
		out = appendUULine(out, line)
	}
	return out
}

// appendUULine decodes one line: a length, then four letters for every three bytes.
func appendUULine(out, line []byte) []byte {
	left := int(line[0]-' ') & 63
	for line = line[1:]; left > 0 && len(line) >= 2; left -= 3 {
		var q [4]byte
		for i := range min(4, len(line)) {
			q[i] = (line[i] - ' ') & 63
		}
		bytes3 := [3]byte{q[0]<<2 | q[1]>>4, q[1]<<4 | q[2]>>2, q[2]<<6 | q[3]}
		out = append(out, bytes3[:min(left, 3)]...)
		line = line[min(4, len(line)):]
	}
	return out
}
