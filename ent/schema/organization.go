package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// Organization owns things: people are its members, mail services belong to it.
type Organization struct{ ent.Schema }

// Mixin of Organization.
func (Organization) Mixin() []ent.Mixin {
	return []ent.Mixin{identified{prefix: nodeid.Organization}}
}

// Fields of Organization.
func (Organization) Fields() []ent.Field {
	return []ent.Field{
		field.String("name").MaxLen(200).NotEmpty().Annotations(entgql.OrderField("NAME")),
		field.Bool("members_need_second_factor").Default(false).
			Comment("A member without one has nothing of it but the list of members.").Annotations(entgql.Skip()),
		field.Bool("guests_need_second_factor").Default(false).
			Comment("A guest without one has nothing of its mailboxes.").Annotations(entgql.Skip()),
		field.Time("created_at").Immutable(),
	}
}

// Edges of Organization.
func (Organization) Edges() []ent.Edge {
	return []ent.Edge{
		edge.From("members", Member.Type).Ref("organization").Annotations(entgql.Skip()),
		edge.From("mail_services", MailService.Type).Ref("organization").Annotations(entgql.Skip()),
		edge.From("mailboxes", Mailbox.Type).Ref("organization").Annotations(entgql.Skip()),
	}
}

// Annotations of Organization.
func (Organization) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.RelayConnection()}
}

// Policy shows an organization to its members and, by name, to guests of its mailboxes.
func (Organization) Policy() ent.Policy { return readBy(rule.AllowOrganizationsInSight()) }
