package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"
)

// AuditEntry is one line of the audit log: appended, never changed (triggers of
// the database refuse it), each holding the hash of the one before.
type AuditEntry struct{ ent.Schema }

// Mixin of AuditEntry.
func (AuditEntry) Mixin() []ent.Mixin { return []ent.Mixin{numbered{}} }

// Fields of AuditEntry. Names stand beside ids, because the log outlives what it names.
func (AuditEntry) Fields() []ent.Field {
	return []ent.Field{
		field.Time("at").Immutable(),
		field.String("action").Immutable().Comment("Such as grant.revoked."),
		field.String("actor_id").Default("").Immutable().Comment("The user who acted; empty for the system."),
		field.String("organization_id").Default("").Immutable(),
		field.String("mailbox_id").Default("").Immutable(),
		field.String("subject_id").Default("").Immutable().Comment("What or who it was done to."),
		field.String("detail").Default("{}").Immutable().Comment("A JSON object with sorted keys; no secret."),
		field.Bytes("previous_hash").Immutable(),
		field.Bytes("hash").Immutable(),
	}
}

// Indexes of AuditEntry.
func (AuditEntry) Indexes() []ent.Index {
	return []ent.Index{index.Fields("organization_id", "id"), index.Fields("mailbox_id", "id"), index.Fields("hash").Unique(), index.Fields("previous_hash").Unique()}
}

// Annotations of AuditEntry.
func (AuditEntry) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy hides the log from people until a right to view it is checked by the domain.
func (AuditEntry) Policy() ent.Policy { return readBy() }
