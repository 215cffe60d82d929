package sanitize

import (
	"github.com/tdewolff/parse/v2"
	"github.com/tdewolff/parse/v2/css"
)

// tokens reads CSS one token ahead. Comments count as blanks: what they divide must not
// grow together ("url/**/(…)").
type tokens struct {
	lexer *css.Lexer
	ahead *css.Token
}

func newTokens(source string) *tokens {
	return &tokens{lexer: css.NewLexer(parse.NewInputString(source))}
}

func (t *tokens) peek() css.Token {
	if t.ahead == nil {
		kind, data := t.lexer.Next()
		if kind == css.CommentToken {
			kind, data = css.WhitespaceToken, []byte(" ")
		}
		t.ahead = &css.Token{TokenType: kind, Data: data}
	}
	return *t.ahead
}

func (t *tokens) next() css.Token {
	token := t.peek()
	if token.TokenType != css.ErrorToken {
		t.ahead = nil
	}
	return token
}

// prelude reads what stands before a block and steps into it; block is false when a
// semicolon, a closing brace or the end came first.
func (t *tokens) prelude() (list []css.Token, block bool) {
	for depth := 0; ; {
		token := t.peek()
		switch token.TokenType {
		case css.ErrorToken, css.RightBraceToken: // the brace belongs to what is around
			return nil, false
		case css.LeftBraceToken:
			t.next()
			return list, true
		case css.SemicolonToken:
			if t.next(); depth <= 0 {
				return nil, false
			}
		}
		depth += nesting(token)
		list = append(list, t.next())
	}
}

// declaration reads up to the semicolon; more is false after the closing brace or the
// end. Blocks inside are skipped and make the declaration empty: they are nested rules.
func (t *tokens) declaration() (list []css.Token, more bool) {
	for depth := 0; ; {
		token := t.next()
		switch token.TokenType {
		case css.ErrorToken, css.RightBraceToken:
			return list, false
		case css.LeftBraceToken:
			t.skipBlock()
			return nil, true
		case css.SemicolonToken:
			if depth <= 0 {
				return list, true
			}
		}
		depth += nesting(token)
		list = append(list, token)
	}
}

// skipBlock reads to the end of the block that was just entered.
func (t *tokens) skipBlock() {
	for depth := 1; depth > 0; {
		switch t.next().TokenType {
		case css.ErrorToken:
			return
		case css.LeftBraceToken:
			depth++
		case css.RightBraceToken:
			depth--
		}
	}
}

// nesting is +1 for what opens a parenthesis or bracket, -1 for what closes one.
func nesting(t css.Token) int {
	switch t.TokenType {
	case css.FunctionToken, css.LeftParenthesisToken, css.LeftBracketToken:
		return 1
	case css.RightParenthesisToken, css.RightBracketToken:
		return -1
	}
	return 0
}

func isSpace(t css.Token) bool { return t.TokenType == css.WhitespaceToken }
