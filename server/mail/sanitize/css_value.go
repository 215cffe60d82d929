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
	if isSpace(t) {
		return true
	}
	text, ok := v.token(t)
	if ok {
		v.put(text)
	}
	return ok && v.depth >= 0
}

// token gives the text to write for a token, or says no.
func (v *valueWriter) token(t css.Token) (string, bool) {
	s := string(t.Data)
	switch t.TokenType {
	case css.IdentToken:
		return s, isName(s) && v.allowsWord(strings.ToLower(s))
	case css.NumberToken, css.PercentageToken, css.DimensionToken:
		return s, isNumber(s) && v.allowsUnit(strings.ToLower(s))
	case css.HashToken:
		return s, isName(s[1:])
	case css.StringToken:
		return quote(s)
	case css.URLToken:
		return v.url(s)
	case css.FunctionToken:
		return s, isFunction(strings.ToLower(s))
	case css.LeftParenthesisToken, css.RightParenthesisToken, css.CommaToken:
		return s, true
	case css.DelimToken:
		return s, strings.Contains("/!+-*", s)
	}
	return "", false
}

// put writes s with a blank before it where one belongs.
func (v *valueWriter) put(s string) {
	opens, closes := strings.HasSuffix(s, "("), s == ")"
	if v.out.Len() > 0 && !v.glued && !closes && s != "," {
		v.out.WriteByte(' ')
	}
	v.out.WriteString(s)
	v.glued = opens || s == "!"
	if opens {
		v.depth++
	} else if closes {
		v.depth--
	}
}

// url keeps pictures in the properties that show one.
func (v *valueWriter) url(token string) (string, bool) {
	if !strings.HasPrefix(v.property, "background") && !strings.HasPrefix(v.property, "list-style") {
		return "", false
	}
	address := strings.TrimSpace(strings.TrimSuffix(token[len("url("):], ")"))
	address = strings.TrimSpace(strings.Trim(address, `"'`))
	if strings.Contains(address, `\`) {
		return "", false
	}
	address = v.picture(address)
	if address == "" {
		return "none", true
	}
	return `url("` + escapeAddress(address) + `")`, true
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
