package outbound

// wireForm gives raw the only line ends that SMTP knows, CRLF: a bare LF is
// completed, a bare CR removed (RFC 5321 §2.3.8). Either one, left alone, could
// end a message early in another server's eyes and smuggle a second one in.
func wireForm(raw []byte) []byte {
	out := make([]byte, 0, len(raw)+len(raw)/64)
	for i, b := range raw {
		switch {
		case b == '\r' && (i+1 == len(raw) || raw[i+1] != '\n'):
			continue
		case b == '\n' && (i == 0 || raw[i-1] != '\r'):
			out = append(out, '\r')
		}
		out = append(out, b)
	}
	return out
}
