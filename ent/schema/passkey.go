package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// Passkey is a credential that a device of the user's keeps (WebAuthn level 3).
type Passkey struct{ ent.Schema }

// Mixin of Passkey.
func (Passkey) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Passkey}} }

// Fields of Passkey.
func (Passkey) Fields() []ent.Field {
	return []ent.Field{
		reference("user_id"),
		field.Bytes("credential_id").MaxLen(1023).Immutable(),
		field.Bytes("credential").Sensitive().Comment("Public key, counter and flags, as go-webauthn writes them in JSON."),
		field.String("name").MaxLen(200).NotEmpty().Comment("As its user calls it."),
		field.Time("created_at").Immutable(),
		field.Time("last_used_at").Optional().Nillable(),
	}
}

// Edges of Passkey.
func (Passkey) Edges() []ent.Edge {
	return []ent.Edge{edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(perish())}
}

// Indexes of Passkey.
func (Passkey) Indexes() []ent.Index {
	return []ent.Index{index.Fields("credential_id").Unique(), index.Fields("user_id")}
}

// Annotations of Passkey.
func (Passkey) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows people their own.
func (Passkey) Policy() ent.Policy { return readBy(rule.AllowOwnPasskeys()) }
