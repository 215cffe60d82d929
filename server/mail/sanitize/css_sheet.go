package sanitize

import (
	"bytes"
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// maxNesting is how many @media may stand inside one another.
const maxNesting = 8

// styleSheet filters a style element: rules, and @media and @supports around them. No
// other at-rule survives: @import loads, @font-face loads, @namespace confuses.
func (c *cleaner) styleSheet(source string) string {
	if strings.TrimSpace(source) == "" {
		return ""
	}
	s := sheet{cleaner: c, tokens: newTokens(source)}
	s.rules(0)
	return s.out.String()
}

// sheet reads tokens by the grammar of CSS Syntax 3 and writes only rules that it
// understood whole, so that a browser can't read them in another way.
type sheet struct {
	*cleaner
	tokens *tokens
	out    bytes.Buffer
}

// rules reads up to the end of the sheet, or of the block when depth is not 0.
func (s *sheet) rules(depth int) {
	for {
		switch t := s.tokens.peek(); {
		case t.TokenType == css.ErrorToken:
			return
		case t.TokenType == css.RightBraceToken:
			s.tokens.next()
			if depth > 0 {
				return
			}
		case isSpace(t), t.TokenType == css.CDOToken, t.TokenType == css.CDCToken, t.TokenType == css.SemicolonToken:
			s.tokens.next()
		case t.TokenType == css.AtKeywordToken:
			s.atRule(depth)
		default:
			s.rule()
		}
	}
}

// atRule keeps "@media … { rules }" and "@supports … { rules }".
func (s *sheet) atRule(depth int) {
	name := strings.ToLower(string(s.tokens.next().Data))
	prelude, block := s.tokens.prelude()
	if !block {
		return
	}
	condition, ok := condition(prelude)
	if !ok || name != "@media" && name != "@supports" || depth == maxNesting {
		s.tokens.skipBlock()
		return
	}
	before := s.out.Len()
	s.out.WriteString(name + " " + condition + "{")
	empty := s.out.Len()
	s.rules(depth + 1)
	if s.out.Len() == empty {
		s.out.Truncate(before)
		return
	}
	s.out.WriteString("}\n")
}

// rule keeps "selector { declarations }".
func (s *sheet) rule() {
	prelude, block := s.tokens.prelude()
	if !block {
		return
	}
	selector, ok := selector(prelude)
	body := s.declarationList(s.tokens)
	if ok && body != "" {
		s.out.WriteString(selector + "{" + body + "}\n")
	}
}

// declarations filters a style attribute.
func (c *cleaner) declarations(source string) string {
	if len(source) > MaxStyleAttribute {
		c.result.Truncated = true
		return ""
	}
	return c.declarationList(newTokens(source))
}

// declarationList reads "name: value; …" up to the closing brace or the end.
func (c *cleaner) declarationList(t *tokens) string {
	var kept []string
	for {
		declaration, more := t.declaration()
		if d, ok := c.declaration(declaration); ok {
			kept = append(kept, d)
		}
		if !more {
			return strings.Join(kept, ";")
		}
	}
}
