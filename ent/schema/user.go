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
		field.Time("password_changed_at").Optional().Nillable().Comment("None: since the account was made.").Annotations(entgql.Skip()),
		field.Bool("second_factor").Default(false).
			Comment("True while there is an authenticator or a passkey: what demands one is asked by this column.").Annotations(entgql.Skip()),
		field.String("phone").MaxLen(16).Default("").Comment("E.164, such as +41790000000; empty for none.").Annotations(entgql.Skip()),
		field.String("terms_version").MaxLen(40).Default("").Comment("Of the terms last accepted.").Annotations(entgql.Skip()),
		field.Time("terms_accepted_at").Optional().Nillable().Annotations(entgql.Skip()),
		field.Enum("language").Values("EN", "FR", "DE", "IT", "ES").Optional().Nillable().
			Comment("None: as the browser asks.").Annotations(entgql.Skip()),
		field.String("time_zone").MaxLen(64).Default("").Comment("IANA name; empty: the browser's.").Annotations(entgql.Skip()),
		field.Enum("theme").Values("SYSTEM", "LIGHT", "DARK").Default("SYSTEM").Annotations(entgql.Skip()),
		field.Int64("access_sequence").Default(0).Comment("Of the newest access event.").Annotations(entgql.Skip()),
		field.Time("created_at").Immutable(),
		field.Time("deleted_at").Optional().Nillable().
			Comment("A deleted account keeps its name, for the history of others; its address gives way to its id, which is no address.").Annotations(entgql.Skip()),
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
		edge.From("sessions", Session.Type).Ref("user").Annotations(entgql.Skip()),
		edge.From("authenticators", Authenticator.Type).Ref("user").Annotations(entgql.Skip()),
		edge.From("passkeys", Passkey.Type).Ref("user").Annotations(entgql.Skip()),
		edge.From("recovery_codes", RecoveryCode.Type).Ref("user").Annotations(entgql.Skip()),
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
