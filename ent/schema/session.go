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

// Session is one signed-in browser. Its token is kept as a hash only.
type Session struct{ ent.Schema }

// Mixin of Session.
func (Session) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Session}} }

// Fields of Session.
func (Session) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("token_hash").Sensitive(),
		field.Bytes("previous_token_hash").Optional().Sensitive().
			Comment("Of the token before the last new one: requests already on their way still hold it."),
		field.Time("previous_until").Optional().Nillable(),
		reference("user_id"),
		field.Time("created_at").Immutable(),
		field.Time("last_seen_at"),
		field.Time("expires_at").Comment("Absolute: use does not prolong it."),
		field.Time("stepped_up_until").Optional().Nillable(),
		field.Time("second_factor_at").Optional().Nillable().Comment("When a second factor was last proven in it."),
		field.Time("ended_at").Optional().Nillable(),
		field.String("user_agent").MaxLen(400).Default(""),
		field.String("remote_address").MaxLen(64).Default(""),
	}
}

// Edges of Session.
func (Session) Edges() []ent.Edge {
	return []ent.Edge{edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(perish())}
}

// Indexes of Session.
func (Session) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("previous_token_hash").Unique().Annotations(entsql.IndexWhere("previous_token_hash IS NOT NULL")),
		index.Fields("user_id"),
	}
}

// Annotations of Session.
func (Session) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows people their own sessions.
func (Session) Policy() ent.Policy { return readBy(rule.AllowOwnSessions()) }
