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

// MailDomain is a domain that mail is accepted for, in its ASCII form.
type MailDomain struct{ ent.Schema }

// Mixin of MailDomain.
func (MailDomain) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.MailDomain}} }

// Fields of MailDomain.
func (MailDomain) Fields() []ent.Field {
	return []ent.Field{
		reference("mail_service_id"),
		field.String("name").MaxLen(255),
		field.Time("created_at").Immutable(),
	}
}

// Edges of MailDomain.
func (MailDomain) Edges() []ent.Edge {
	return []ent.Edge{edge.To("mail_service", MailService.Type).Field("mail_service_id").Unique().Required().Annotations(perish())}
}

// Indexes of MailDomain.
func (MailDomain) Indexes() []ent.Index {
	return []ent.Index{index.Fields("name").Unique(), index.Fields("mail_service_id")}
}

// Annotations of MailDomain.
func (MailDomain) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows domains to members of the organization.
func (MailDomain) Policy() ent.Policy { return readBy(rule.AllowMailDomainsInSight()) }
