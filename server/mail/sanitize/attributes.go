package sanitize

import (
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// attributes keeps the harmless attributes of a kept element and adds what makes the
// rest of it harmless.
func (c *cleaner) attributes(n *dom.Node) {
	var kept []dom.Attribute
	for _, a := range n.Attr {
		if a.Namespace != "" {
			continue
		}
		if value, ok := c.attribute(n.DataAtom, a.Key, a.Val); ok {
			kept = append(kept, dom.Attribute{Key: a.Key, Val: value})
		}
	}
	n.Attr = kept
	n.Attr = append(kept, forcedAttributes(n)...)
}

// attribute gives the value to keep.
func (c *cleaner) attribute(element atom.Atom, key, value string) (string, bool) {
	switch {
	case key == "style":
		value = c.declarations(value)
	case key == "href" && (element == atom.A || element == atom.Area):
		value = c.link(value)
	case key == "src" && element == atom.Img, key == "background" && hasBackground(element):
		value = c.picture(value)
	case key == "usemap" && element == atom.Img:
		if !strings.HasPrefix(value, "#") {
			return "", false
		}
	case key == "name" && (element == atom.A || element == atom.Map):
		// Links inside the page point here. There is no script that a name could confuse.
	default:
		return value, isPlainAttribute(key)
	}
	return value, value != ""
}

func hasBackground(element atom.Atom) bool {
	switch element {
	case atom.Body, atom.Table, atom.Tr, atom.Td, atom.Th:
		return true
	}
	return false
}

// forcedAttributes come last and can't be overridden, since no element keeps these keys
// from the sender.
func forcedAttributes(n *dom.Node) []dom.Attribute {
	switch n.DataAtom {
	case atom.A, atom.Area:
		if href := attribute(n, "href"); href == "" || strings.HasPrefix(href, "#") {
			return nil // stays in the page
		}
		return []dom.Attribute{{Key: "target", Val: "_blank"}, {Key: "rel", Val: "noopener noreferrer nofollow"}}
	case atom.Img:
		return []dom.Attribute{{Key: "referrerpolicy", Val: "no-referrer"}, {Key: "loading", Val: "lazy"}, {Key: "decoding", Val: "async"}}
	case atom.Button:
		return []dom.Attribute{{Key: "disabled"}}
	}
	return nil
}
