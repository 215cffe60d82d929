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

// Member is a user's place in an organization. Each organization has an owner
// at least: triggers of the database refuse to take the last one away.
type Member struct{ ent.Schema }

// Mixin of Member.
func (Member) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Member}} }

// Fields of Member.
func (Member) Fields() []ent.Field {
	return []ent.Field{
		reference("organization_id"),
		reference("user_id"),
		field.Enum("role").Values("OWNER", "ADMIN", "MEMBER"),
		field.Time("joined_at").Immutable(),
	}
}

// Edges of Member.
func (Member) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Annotations(perish()),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(keep(), entgql.OrderField("USER_NAME")),
	}
}

// Indexes of Member.
func (Member) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("organization_id", "user_id").Unique(),
		index.Fields("user_id"),
	}
}

// Annotations of Member.
func (Member) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.RelayConnection()}
}

// Policy shows members to one another.
func (Member) Policy() ent.Policy { return readBy(rule.AllowFellowMembers()) }
