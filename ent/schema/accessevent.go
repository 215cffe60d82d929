package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/permission"
)

// AccessEvent is a fact that a user's open sessions are told, in the order of
// a sequence of the user's own that has no gap.
type AccessEvent struct{ ent.Schema }

// Mixin of AccessEvent.
func (AccessEvent) Mixin() []ent.Mixin { return []ent.Mixin{numbered{}} }

// Fields of AccessEvent.
func (AccessEvent) Fields() []ent.Field {
	return []ent.Field{
		reference("user_id"),
		field.Int64("sequence").Positive().Immutable(),
		field.Enum("kind").Values("GRANTED", "CHANGED", "REVOKED", "EXPIRED", "LEFT").Immutable(),
		field.Enum("reason").Values("SECOND_FACTOR").Optional().Nillable().Immutable().
			Comment("Why, when it was no change of the grant itself: its user lost, or has again, the second factor that it demands."),
		reference("mailbox_id"),
		field.String("address").Immutable(),
		field.Int64("permissions").GoType(permission.Set(0)).Immutable().Comment("What the user may do from then on."),
		field.String("actor_name").Default("").Immutable().Comment("Who did it; empty when time did."),
		field.Time("at").Immutable(),
	}
}

// Edges of AccessEvent.
func (AccessEvent) Edges() []ent.Edge {
	return []ent.Edge{edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(perish())}
}

// Indexes of AccessEvent.
func (AccessEvent) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "sequence").Unique()}
}

// Annotations of AccessEvent.
func (AccessEvent) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows people what concerns themselves.
func (AccessEvent) Policy() ent.Policy { return readBy(rule.AllowOwnAccessEvents()) }
