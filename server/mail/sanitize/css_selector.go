package sanitize

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// selector writes the selector of a rule, or says no.
func selector(list []css.Token) (string, bool) {
	var out strings.Builder
	depth := 0
	for _, t := range trimSpace(list) {
		s, ok := selectorToken(t)
		if !ok {
			return "", false
		}
		if depth += nesting(t); depth < 0 {
			return "", false
		}
		out.WriteString(s)
	}
	return out.String(), depth == 0 && out.Len() > 0
}

func selectorToken(t css.Token) (string, bool) {
	s := string(t.Data)
	switch t.TokenType {
	case css.WhitespaceToken:
		return " ", true
	case css.IdentToken:
		return s, isName(s)
	case css.HashToken:
		return s, isName(s[1:])
	case css.StringToken:
		return quote(s)
	case css.FunctionToken:
		return s, isSelectorFunction(strings.ToLower(s))
	case css.NumberToken, css.PercentageToken, css.DimensionToken:
		return s, isNumber(s) // "2n+1", and the steps of an animation
	case css.DelimToken:
		return s, strings.Contains(".*>+~=-", s)
	case css.ColonToken, css.CommaToken, css.LeftBracketToken, css.RightBracketToken, css.RightParenthesisToken,
		css.IncludeMatchToken, css.DashMatchToken, css.PrefixMatchToken, css.SuffixMatchToken, css.SubstringMatchToken:
		return s, true
	}
	return "", false
}

func isSelectorFunction(name string) bool {
	switch name {
	case "not(", "is(", "where(", "lang(", "nth-child(", "nth-last-child(", "nth-of-type(", "nth-last-of-type(":
		return true
	}
	return false
}

// condition writes what stands between @media or @supports and the block, or says no.
func condition(list []css.Token) (string, bool) {
	var words []string
	depth := 0
	for _, t := range list {
		s := string(t.Data)
		ok := false
		switch t.TokenType {
		case css.WhitespaceToken:
			continue
		case css.IdentToken:
			ok = isName(s)
		case css.NumberToken, css.PercentageToken, css.DimensionToken:
			ok = isNumber(s)
		case css.LeftParenthesisToken, css.RightParenthesisToken, css.ColonToken, css.CommaToken:
			ok = true
		case css.DelimToken:
			ok = strings.Contains("/>=", s) // ">" with "=" stays two words, which matches nothing
		}
		if depth += nesting(t); !ok || depth < 0 {
			return "", false
		}
		words = append(words, s)
	}
	return strings.Join(words, " "), depth == 0 && len(words) > 0
}
