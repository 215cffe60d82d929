package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// AddressClaim says what an address is used for: signing in ("login:…") or
// sharing ("shared:…"), never both. Users, live grants and pending invitations
// refer to it, so a claim can only change its kind when nothing refers to it:
// the database itself keeps the rule, whoever races.
type AddressClaim struct{ ent.Schema }

// Fields of AddressClaim.
func (AddressClaim) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").Comment("The kind, a colon, and the address."),
		field.String("address").MaxLen(254).Immutable(),
	}
}

// Indexes of AddressClaim.
func (AddressClaim) Indexes() []ent.Index { return []ent.Index{index.Fields("address").Unique()} }

// Annotations of AddressClaim.
func (AddressClaim) Annotations() []schema.Annotation {
	return []schema.Annotation{hidden(), checks(map[string]string{
		"address_claims_kind": "id IN ('login:' || address, 'shared:' || address)",
	})}
}

// Policy hides claims from people.
func (AddressClaim) Policy() ent.Policy { return readBy() }
