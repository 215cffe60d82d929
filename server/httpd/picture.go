package httpd

import (
	"bytes"
	"encoding/binary"
	"image"
	_ "image/gif"  // its dimensions
	_ "image/jpeg" // its dimensions
	_ "image/png"  // its dimensions
	"net/http"
)

// maxPixels of a picture from elsewhere: decoded it takes four octets each.
const maxPixels = 40_000_000

// pictureType is the media type of a raster picture by its octets, whatever it
// is said to be; empty for anything else, SVG included, which can hold scripts.
func pictureType(octets []byte) string {
	switch t := http.DetectContentType(octets); t {
	case "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp":
		return t
	}
	if len(octets) > 12 && string(octets[4:8]) == "ftyp" && bytes.HasPrefix(octets[8:], []byte("avif")) {
		return "image/avif"
	}
	return ""
}

// pixels counts those of a PNG, JPEG, GIF or WebP; ok is false when it can't be told.
func pixels(octets []byte) (count int64, ok bool) {
	if pictureType(octets) == "image/webp" {
		return webpPixels(octets)
	}
	size, _, err := image.DecodeConfig(bytes.NewReader(octets))
	return int64(size.Width) * int64(size.Height), err == nil
}

// webpPixels reads the first chunk of a WebP (RFC 9649 §2.5 to 2.7).
func webpPixels(b []byte) (count int64, ok bool) {
	if len(b) < 30 {
		return 0, false
	}
	var width, height uint32
	switch string(b[12:16]) {
	case "VP8 ":
		width, height = uint32(binary.LittleEndian.Uint16(b[26:])&0x3fff), uint32(binary.LittleEndian.Uint16(b[28:])&0x3fff)
	case "VP8L":
		bits := binary.LittleEndian.Uint32(b[21:])
		width, height = bits&0x3fff+1, bits>>14&0x3fff+1
	case "VP8X":
		width = (uint32(b[24]) | uint32(b[25])<<8 | uint32(b[26])<<16) + 1
		height = (uint32(b[27]) | uint32(b[28])<<8 | uint32(b[29])<<16) + 1
	default:
		return 0, false
	}
	return int64(width) * int64(height), true
}
