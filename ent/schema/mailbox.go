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

// Mailbox is an e-mail address and its mail.
type Mailbox struct{ ent.Schema }

// Mixin of Mailbox.
func (Mailbox) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Mailbox}} }

// Fields of Mailbox.
func (Mailbox) Fields() []ent.Field {
	return []ent.Field{
		reference("organization_id"),
		reference("mail_service_id"),
		field.String("address").MaxLen(254).Immutable().Comment("Normalised.").Annotations(entgql.OrderField("ADDRESS")),
		field.Enum("kind").Values("HOSTED", "CONNECTED").Default("HOSTED"),
		field.Int64("stored_bytes").Default(0).Annotations(entgql.Skip()),
		field.Time("last_message_at").Optional().Nillable(),
		field.Int64("event_sequence").Default(0).Comment("Of the newest event.").Annotations(entgql.Skip()),
		field.Time("created_at").Immutable(),
	}
}

// Edges of Mailbox.
func (Mailbox) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Annotations(keep()),
		edge.To("mail_service", MailService.Type).Field("mail_service_id").Unique().Required().Annotations(keep()),
		edge.From("grants", Grant.Type).Ref("mailbox").Annotations(entgql.Skip()),
		edge.From("invitations", Invitation.Type).Ref("mailbox").Annotations(entgql.Skip()),
		edge.From("folders", Folder.Type).Ref("mailbox").Annotations(entgql.Skip()),
	}
}

// Indexes of Mailbox.
func (Mailbox) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("address").Unique(),
		index.Fields("organization_id", "address"),
		index.Fields("mail_service_id", "address"),
	}
}

// Annotations of Mailbox.
func (Mailbox) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.RelayConnection()}
}

// Policy shows a mailbox to those who hold a live grant and to owners and admins of its organization.
func (Mailbox) Policy() ent.Policy { return readBy(rule.AllowMailboxesInSight()) }
