package sanitize

import (
	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// cleaner walks one document and changes it in place.
type cleaner struct {
	options   Options
	result    Result
	nodes     int
	styleLeft int // bytes
}

// children cleans all that is below n. The parser bounds the depth of this recursion.
func (c *cleaner) children(n *dom.Node) {
	for child := n.FirstChild; child != nil; {
		next := child.NextSibling
		switch c.verdict(child) {
		case keepNode:
			c.attributes(child)
			c.children(child)
		case keepText:
		case dropNode:
			n.RemoveChild(child)
		case unwrapNode:
			if first := unwrap(n, child); first != nil {
				next = first
			}
		case filterStyle:
			c.style(child)
		}
		child = next
	}
}

type verdict int

const (
	dropNode    verdict = iota // with everything in it
	keepNode                   // clean its attributes and what is in it
	keepText                   // nothing to clean
	unwrapNode                 // the content takes its place
	filterStyle                // a style sheet
)

func (c *cleaner) verdict(n *dom.Node) verdict {
	if c.nodes++; c.nodes > MaxNodes {
		c.result.Truncated = true
		return dropNode
	}
	switch {
	case n.Type == dom.TextNode:
		return keepText
	case n.Type != dom.ElementNode: // comments, doctypes
		return dropNode
	case n.Namespace != "" || droppedWhole(n.DataAtom): // SVG and MathML have a namespace
		return dropNode
	case n.DataAtom == atom.Style:
		return filterStyle
	case isKept(n.DataAtom):
		return keepNode
	}
	return unwrapNode
}

// unwrap puts the children of n in its place and returns the first of them.
func unwrap(parent, n *dom.Node) *dom.Node {
	first := n.FirstChild
	for child := n.FirstChild; child != nil; child = n.FirstChild {
		n.RemoveChild(child)
		parent.InsertBefore(child, n)
	}
	parent.RemoveChild(n)
	return first
}

// style replaces a style element by its filtered sheet, or removes it.
func (c *cleaner) style(n *dom.Node) {
	var source string
	if n.FirstChild != nil { // the tokenizer gives raw text as one node
		source = n.FirstChild.Data
	}
	media := attribute(n, "media")
	n.Attr = nil
	for n.FirstChild != nil {
		n.RemoveChild(n.FirstChild)
	}
	c.styleLeft -= len(source)
	if len(source) > MaxStyleSheet || c.styleLeft < 0 {
		c.result.Truncated = true
		source = ""
	}
	if media != "" {
		source = "@media " + media + "{" + source + "}"
	}
	if sheet := c.styleSheet(source); sheet != "" {
		n.AppendChild(&dom.Node{Type: dom.TextNode, Data: sheet})
		return
	}
	n.Parent.RemoveChild(n)
}

func attribute(n *dom.Node, key string) string {
	for _, a := range n.Attr {
		if a.Namespace == "" && a.Key == key {
			return a.Val
		}
	}
	return ""
}
