package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/address"
	"latchkey/server/mail/attachment"
	"latchkey/server/nodeid"
)

// Message is one message in one mailbox: what lists and headers show. Its raw
// octets are kept by digest.
type Message struct{ ent.Schema }

// Mixin of Message.
func (Message) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Message}} }

// Fields of Message.
func (Message) Fields() []ent.Field {
	addresses := func(name string) ent.Field {
		return field.JSON(name, []address.Named{}).StorageKey(name + "_addresses").Annotations(entgql.Skip())
	}
	return []ent.Field{
		reference("mailbox_id"),
		reference("thread_id"),
		reference("folder_id"),
		field.Bytes("digest").Immutable().Comment("SHA-256 of the octets as received, before our own Received line.").Annotations(entgql.Skip()),
		field.String("internet_message_id").Default("").Annotations(entgql.Skip()),
		field.String("subject"),
		addresses("from"), addresses("to"), addresses("cc"), addresses("reply_to"),
		field.String("snippet").Default(""),
		field.Time("sent_at").Optional().Nillable(),
		field.Time("received_at").Immutable(),
		field.Int("size").NonNegative().Immutable(),
		field.Bool("seen").Default(false),
		field.Bool("starred").Default(false),
		field.Bool("plain_text").Default(true),
		field.Int("remote_images").Default(0),
		field.JSON("attachments", []attachment.Attachment{}).Annotations(entgql.Skip()),
		field.JSON("defects", []string{}).Annotations(entgql.Skip()),
		field.Bytes("trace").Optional().Immutable().
			Comment("Return-Path and Received, as our server put them before the octets. A row's own: it may name a blind recipient.").
			Annotations(entgql.Skip()),
	}
}

// Edges of Message.
func (Message) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish()),
		edge.To("thread", Thread.Type).Field("thread_id").Unique().Required().Annotations(keep()),
		edge.To("folder", Folder.Type).Field("folder_id").Unique().Required().Annotations(keep()),
	}
}

// Indexes of Message. The digest makes a retried delivery idempotent.
func (Message) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("mailbox_id", "digest").Unique(),
		index.Fields("thread_id", "received_at"),
		index.Fields("folder_id", "received_at"),
		index.Fields("digest"), // whether anybody still has these octets
	}
}

// Policy shows messages to those who may read the mailbox.
func (Message) Policy() ent.Policy { return readBy(rule.AllowReadableMessages()) }
