package organization

import (
	"entgo.io/ent/dialect/sql"

	"latchkey/ent"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

// Page is a part of a list: First rows after a cursor, or from the beginning.
type Page struct {
	First int
	After *ent.Cursor
}

// fetch is one more than asked for, which tells whether there are more.
func (p Page) fetch() int { return p.First + 1 }

// check refuses a cursor that no list of these objects gave out.
func (p Page) check(prefix nodeid.Prefix) error {
	if p.After == nil {
		return nil
	}
	if _, isText := p.After.Value.(string); !isText || p.After.ID.Prefix() != prefix {
		return refusal.Invalid("after", "This cursor is not of this list. Hand back one that you were given, or start without.")
	}
	return nil
}

// byText sorts by a column without regard to case, then by id, and begins
// after the cursor, which holds the text and the id of the row before.
func (p Page) byText(s *sql.Selector, text, id string) {
	if p.After != nil {
		s.Where(sql.P(func(b *sql.Builder) {
			b.WriteString("(lower(" + text + "), " + id + ") > (lower(").Arg(p.After.Value).WriteString("), ").
				Arg(p.After.ID).WriteString(")")
		}))
	}
	s.OrderExpr(sql.Raw("lower("+text+")"), sql.Raw(id))
}
