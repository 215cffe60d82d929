package sanitize

import (
	"strings"

	"github.com/tdewolff/parse/v2/css"
)

// declaration writes "name:value" anew, or says no to the whole of it.
func (c *cleaner) declaration(list []css.Token) (string, bool) {
	list = trimSpace(list)
	if len(list) < 3 || list[0].TokenType != css.IdentToken {
		return "", false
	}
	name := strings.ToLower(string(list[0].Data))
	list = trimSpace(list[1:])
	if len(list) == 0 || list[0].TokenType != css.ColonToken || !isProperty(name) {
		return "", false
	}
	v := valueWriter{cleaner: c, property: name}
	for _, t := range list[1:] {
		if !v.write(t) {
			return "", false
		}
	}
	value := v.out.String()
	return name + ":" + value, value != "" && v.depth == 0
}

// valueWriter writes the tokens of one value. Tokens are kept apart by a blank, which
// never changes the meaning of a value, so that no two of them grow together.
type valueWriter struct {
	*cleaner
	property string
	out      strings.Builder
	depth    int  // of parentheses
	glued    bool // the token before takes no blank after it
}

// write says whether the value may stand with this token in it.
func (v *valueWriter) write(t css.Token) bool {
	s := string(t.Data)
	switch t.TokenType {
	case css.WhitespaceToken:
		return true
	case css.IdentToken:
		return v.word(s) && isName(s) && v.allowsWord(strings.ToLower(s))
	case css.NumberToken, css.PercentageToken, css.DimensionToken:
		return v.word(s) && isNumber(s) && v.allowsUnit(strings.ToLower(s))
	case css.HashToken:
		return v.word(s) && isName(s[1:])
	case css.StringToken:
		text, ok := quote(s)
		return ok && v.word(text)
	case css.URLToken:
		return v.url(s)
	case css.FunctionToken:
		ok := isFunction(strings.ToLower(s)) && v.word(s)
		v.depth, v.glued = v.depth+1, true
		return ok
	case css.LeftParenthesisToken:
		v.word("(")
		v.depth, v.glued = v.depth+1, true
		return true
	case css.RightParenthesisToken:
		v.out.WriteByte(')')
		v.depth, v.glued = v.depth-1, false
		return v.depth >= 0
	case css.CommaToken:
		v.out.WriteByte(',')
		return true
	case css.DelimToken:
		return strings.Contains("/!+-*", s) && v.word(s)
	}
	return false
}

// word writes s with a blank before it where one is needed. It is always true, so that
// a case can go on with its own condition.
func (v *valueWriter) word(s string) bool {
	if v.out.Len() > 0 && !v.glued {
		v.out.WriteByte(' ')
	}
	v.glued = s == "!"
	v.out.WriteString(s)
	return true
}

// url keeps pictures in the properties that show one.
func (v *valueWriter) url(token string) bool {
	if !strings.HasPrefix(v.property, "background") && !strings.HasPrefix(v.property, "list-style") {
		return false
	}
	address := strings.TrimSpace(strings.TrimSuffix(token[len("url("):], ")"))
	address = strings.TrimSpace(strings.Trim(address, `"'`))
	if strings.Contains(address, `\`) {
		return false
	}
	address = v.picture(address)
	if address == "" {
		return v.word("none")
	}
	return v.word(`url("` + escapeAddress(address) + `")`)
}

// escapeAddress keeps an address inside its quotes, inside the style element.
func escapeAddress(address string) string {
	return strings.NewReplacer(`"`, "%22", `\`, "%5C", "<", "%3C", ">", "%3E", "\n", "", "\r", "", "\f", "").Replace(address)
}

// allowsWord: what leaves the flow of the document can cover what is around it.
func (v *valueWriter) allowsWord(word string) bool {
	return v.property != "position" || word != "fixed" && word != "sticky"
}

// allowsUnit: the frame is made as high as its content, so a height in parts of the
// frame would grow for ever.
func (v *valueWriter) allowsUnit(number string) bool {
	if !strings.Contains(v.property, "height") && !strings.Contains(v.property, "block-size") {
		return true
	}
	unit := strings.TrimLeft(number, "+-.0123456789")
	return !strings.HasSuffix(unit, "vh") && !strings.HasSuffix(unit, "vmin") && !strings.HasSuffix(unit, "vmax") && !strings.HasSuffix(unit, "vb")
}

func trimSpace(list []css.Token) []css.Token {
	for len(list) > 0 && isSpace(list[0]) {
		list = list[1:]
	}
	for len(list) > 0 && isSpace(list[len(list)-1]) {
		list = list[:len(list)-1]
	}
	return list
}
