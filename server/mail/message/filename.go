package message

import (
	"strings"
	"unicode"
)

// maxFileName is in runes; file systems stop at 255 bytes.
const maxFileName = 200

// cleanFileName keeps the last element of a path and drops control and direction
// characters: U+202E makes "cod.exe" read as "exe.doc".
func cleanFileName(name string) string {
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\uFFFE' {
			return -1
		}
		return r
	}, name))
	if name == "." || name == ".." {
		return ""
	}
	if runes := []rune(name); len(runes) > maxFileName {
		return shortenName(runes)
	}
	return name
}

// shortenName cuts the middle of a name so that its ending survives.
func shortenName(runes []rune) string {
	const tail = 20
	return string(runes[:maxFileName-tail-1]) + "…" + string(runes[len(runes)-tail:])
}

// extension is the file ending for a media type whose part has no name. The system's
// own table would give another answer on another machine.
func extension(mediaType string) string {
	switch mediaType {
	case "text/plain":
		return ".txt"
	case "text/html":
		return ".html"
	case "text/calendar":
		return ".ics"
	case "text/vcard", "text/x-vcard":
		return ".vcf"
	case "text/csv":
		return ".csv"
	case "message/rfc822", "message/global":
		return ".eml"
	case "application/pdf":
		return ".pdf"
	case "application/zip":
		return ".zip"
	case "application/pgp-signature":
		return ".asc"
	case "application/pkcs7-signature", "application/x-pkcs7-signature":
		return ".p7s"
	case "image/jpeg", "image/jpg", "image/pjpeg":
		return ".jpg"
	case "image/png":
		return ".png"
	case "image/gif":
		return ".gif"
	case "image/webp":
		return ".webp"
	}
	return ""
}
