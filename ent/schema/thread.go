package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/address"
	"latchkey/server/nodeid"
)

// Thread is a conversation: what its list row shows is kept with it. How
// messages find their thread stands in tables of their own (see mail/threading).
type Thread struct{ ent.Schema }

// Mixin of Thread.
func (Thread) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Thread}} }

// Fields of Thread.
func (Thread) Fields() []ent.Field {
	return []ent.Field{
		reference("mailbox_id"),
		field.String("subject"),
		field.String("snippet").Default(""),
		field.JSON("participants", []address.Named{}).Annotations(entgql.Skip()),
		field.Int("message_count").Default(0),
		field.Int("unread").Default(0).NonNegative(),
		field.Int("starred_count").Default(0).NonNegative().Annotations(entgql.Skip()),
		field.Bool("has_attachments").Default(false),
		field.Time("last_message_at"),
		optionalReference("merged_into_id"),
	}
}

// Edges of Thread.
func (Thread) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish()),
		edge.From("messages", Message.Type).Ref("thread").Annotations(entgql.Skip()),
	}
}

// Indexes of Thread.
func (Thread) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("mailbox_id", "last_message_at"),
		index.Fields("mailbox_id", "last_message_at", "starred_count").StorageKey("thread_starred").
			Annotations(entsql.IndexWhere("starred_count > 0")), // few of many
		index.Fields("merged_into_id").Annotations(entsql.IndexWhere("merged_into_id IS NOT NULL")),
	}
}

// Policy shows threads to those who may read the mailbox.
func (Thread) Policy() ent.Policy { return readBy(rule.AllowReadableThreads()) }
