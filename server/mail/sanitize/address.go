package sanitize

import (
	"net/url"
	"strings"
	"unicode"
)

// link gives the address of a link, or "" for what is not http, https, mailto, tel or a
// place in the page.
func (c *cleaner) link(value string) string {
	value = squeeze(value)
	if strings.HasPrefix(value, "#") {
		return value
	}
	scheme, _, _ := strings.Cut(value, ":")
	switch strings.ToLower(scheme) {
	case "http", "https":
		u, err := url.Parse(value)
		if err != nil || u.Host == "" {
			return ""
		}
		value = u.String()
	case "mailto", "tel":
	default:
		return ""
	}
	if c.options.Link != nil {
		return c.options.Link(value)
	}
	return value
}

// picture gives the address of a picture, or "" when it is left out.
func (c *cleaner) picture(value string) string {
	value = squeeze(value)
	lower := strings.ToLower(value[:min(len(value), 32)])
	switch {
	case strings.HasPrefix(lower, "cid:"):
		return c.inlinePicture(value[len("cid:"):])
	case strings.HasPrefix(lower, "data:"):
		if isRasterData(lower) {
			return value
		}
		return ""
	case strings.HasPrefix(value, "//"): // the mail has no scheme of its own
		return c.remotePicture("https:" + value)
	case strings.HasPrefix(lower, "http:"), strings.HasPrefix(lower, "https:"):
		return c.remotePicture(value)
	}
	return ""
}

func (c *cleaner) inlinePicture(id string) string {
	if plain, err := url.PathUnescape(id); err == nil {
		id = plain
	}
	c.result.ContentIDs = append(c.result.ContentIDs, id)
	if c.options.Inline == nil {
		return ""
	}
	return c.options.Inline(id)
}

func (c *cleaner) remotePicture(address string) string {
	if c.options.Remote != nil {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			if allowed := c.options.Remote(u.String()); allowed != "" {
				return allowed
			}
		}
	}
	c.result.Blocked++
	return ""
}

// isRasterData lists the pictures that may stand in the address itself. Not SVG, which
// is a document of its own.
func isRasterData(lower string) bool {
	for _, kind := range []string{"png", "gif", "jpeg", "jpg", "webp"} {
		rest, ok := strings.CutPrefix(lower, "data:image/"+kind)
		if ok && (strings.HasPrefix(rest, ";") || strings.HasPrefix(rest, ",")) {
			return true
		}
	}
	return false
}

// squeeze takes out what browsers take out of addresses, and more: blanks, controls and
// characters that nobody sees.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= ' ' || unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, s)
}
