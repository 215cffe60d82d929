package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// Authenticator is a user's authenticator app: a shared secret (RFC 6238).
type Authenticator struct{ ent.Schema }

// Mixin of Authenticator.
func (Authenticator) Mixin() []ent.Mixin {
	return []ent.Mixin{identified{prefix: nodeid.Authenticator}}
}

// Fields of Authenticator.
func (Authenticator) Fields() []ent.Field {
	return []ent.Field{
		reference("user_id"),
		field.Bytes("secret_sealed").Sensitive(),
		field.Int64("last_step").Default(0).Comment("The time step of the last code taken: none is taken twice."),
		field.Time("created_at").Immutable(),
		field.Time("confirmed_at").Optional().Nillable().Comment("Before that it proves nothing."),
		field.Time("last_used_at").Optional().Nillable(),
	}
}

// Edges of Authenticator.
func (Authenticator) Edges() []ent.Edge {
	return []ent.Edge{edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(perish())}
}

// Indexes allow one that is confirmed and one that is being set up.
func (Authenticator) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("user_id").Unique().StorageKey("authenticator_confirmed").Annotations(entsql.IndexWhere("confirmed_at IS NOT NULL")),
		index.Fields("user_id", "id").StorageKey("authenticator_user"),
	}
}

// Annotations of Authenticator.
func (Authenticator) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows people their own.
func (Authenticator) Policy() ent.Policy { return readBy(rule.AllowOwnAuthenticators()) }
