package transport

import (
	"mime"
	"strconv"
	"strings"
)

// Media types of GraphQL over HTTP.
const (
	mediaResponse = "application/graphql-response+json"
	mediaJSON     = "application/json"
	mediaEvents   = "text/event-stream"
)

// negotiate returns the media type to answer with; empty when the client takes
// none of ours. A client that does not say gets application/json, as it always
// did before the other existed.
func negotiate(accept []string) string {
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		return mediaJSON
	}
	best, bestQuality := "", 0.0
	for entry := range strings.SplitSeq(header, ",") {
		name, parameters, err := mime.ParseMediaType(entry)
		if err != nil || !isUTF8(parameters) {
			continue
		}
		ours, quality := offered(name), quality(parameters)
		if ours != "" && quality > bestQuality {
			best, bestQuality = ours, quality
		}
	}
	return best
}

func offered(name string) string {
	switch name {
	case mediaResponse, mediaJSON, mediaEvents:
		return name
	case "*/*", "application/*":
		return mediaJSON
	}
	return ""
}

func quality(parameters map[string]string) float64 {
	q, given := parameters["q"]
	if !given {
		return 1
	}
	value, err := strconv.ParseFloat(q, 64)
	if err != nil || value < 0 || value > 1 {
		return 0
	}
	return value
}

func isUTF8(parameters map[string]string) bool {
	charset, given := parameters["charset"]
	return !given || strings.EqualFold(charset, "utf-8") || strings.EqualFold(charset, "utf8")
}
