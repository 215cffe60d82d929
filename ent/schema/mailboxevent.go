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

// MailboxEvent is something that happened in a mailbox, in the order of a
// sequence of the mailbox's own that has no gap.
type MailboxEvent struct{ ent.Schema }

// Mixin of MailboxEvent.
func (MailboxEvent) Mixin() []ent.Mixin { return []ent.Mixin{numbered{}} }

// Fields of MailboxEvent.
func (MailboxEvent) Fields() []ent.Field {
	ids := func(name string) ent.Field { return field.JSON(name, []nodeid.ID{}).Immutable() }
	return []ent.Field{
		reference("mailbox_id"),
		field.Int64("sequence").Positive().Immutable(),
		field.Enum("kind").Values("MESSAGE_DELIVERED", "MESSAGES_CHANGED", "MESSAGES_DELETED", "USERS_CHANGED", "RESYNC").Immutable().
			Comment("RESYNC is told, never stored: older events are no longer kept."),
		ids("message_ids"), ids("thread_ids"), ids("gone_thread_ids"), ids("folder_ids"),
		field.Time("at").Immutable(),
	}
}

// Edges of MailboxEvent.
func (MailboxEvent) Edges() []ent.Edge {
	return []ent.Edge{edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish())}
}

// Indexes of MailboxEvent.
func (MailboxEvent) Indexes() []ent.Index {
	return []ent.Index{index.Fields("mailbox_id", "sequence").Unique()}
}

// Annotations of MailboxEvent.
func (MailboxEvent) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows events to those who may read the mailbox.
func (MailboxEvent) Policy() ent.Policy { return readBy(rule.AllowReadableMailboxEvents()) }
