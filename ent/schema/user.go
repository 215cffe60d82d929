package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// User is a person who signs in.
type User struct{ ent.Schema }

// Mixin of User.
func (User) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.User}} }

// Fields of User.
func (User) Fields() []ent.Field {
	return []ent.Field{
		field.String("email").MaxLen(254).Comment("The login identifier: a normalised address."),
		field.String("claim_id").Sensitive().Comment("The claim that keeps the address from being shared.").Annotations(entgql.Skip()),
		field.String("name").MaxLen(200).NotEmpty().Annotations(entgql.OrderField("NAME")),
		field.String("password_hash").Sensitive().Annotations(entgql.Skip()),
		field.Int64("access_sequence").Default(0).Comment("Of the newest access event.").Annotations(entgql.Skip()),
		field.Time("created_at").Immutable(),
	}
}

// Edges of User.
func (User) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("claim", AddressClaim.Type).Field("claim_id").Unique().Required().Annotations(keep(), entgql.Skip()),
		edge.From("memberships", Member.Type).Ref("user").Annotations(entgql.Skip()),
		edge.From("grants", Grant.Type).Ref("user").Annotations(entgql.Skip()),
		edge.From("gave", Grant.Type).Ref("giver").Annotations(entgql.Skip()),
		edge.From("invited", Invitation.Type).Ref("inviter").Annotations(entgql.Skip()),
	}
}

// Indexes of User.
func (User) Indexes() []ent.Index { return []ent.Index{index.Fields("email").Unique()} }

// Annotations of User.
func (User) Annotations() []schema.Annotation {
	return []schema.Annotation{
		checks(map[string]string{"users_claim_is_login": "claim_id = 'login:' || email"}),
	}
}

// Policy shows people to themselves, to those they work with, and to those they share mailboxes with.
func (User) Policy() ent.Policy { return readBy(rule.AllowUsersInSight()) }
