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
	"latchkey/server/permission"
)

// MailService is the product of an organization that holds mailboxes on its domains.
type MailService struct{ ent.Schema }

// Mixin of MailService.
func (MailService) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.MailService}} }

// Fields of MailService.
func (MailService) Fields() []ent.Field {
	return []ent.Field{
		reference("organization_id"),
		field.String("name").MaxLen(200).NotEmpty().Annotations(entgql.OrderField("NAME")),
		field.Int64("default_permissions").GoType(permission.Set(0)).Default(int64(permission.Default.Set())).Annotations(entgql.Skip()),
		field.Time("created_at").Immutable(),
	}
}

// Edges of MailService.
func (MailService) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Annotations(perish()),
		edge.From("domains", MailDomain.Type).Ref("mail_service").Annotations(entgql.Skip()),
		edge.From("mailboxes", Mailbox.Type).Ref("mail_service").Annotations(entgql.Skip()),
	}
}

// Indexes of MailService.
func (MailService) Indexes() []ent.Index { return []ent.Index{index.Fields("organization_id")} }

// Annotations of MailService.
func (MailService) Annotations() []schema.Annotation {
	return []schema.Annotation{entgql.RelayConnection()}
}

// Policy shows a mail service to members of its organization and to guests of its mailboxes.
func (MailService) Policy() ent.Policy { return readBy(rule.AllowMailServicesInSight()) }
