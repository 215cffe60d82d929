package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// Folder is a place for messages in a mailbox, with counts that are kept in
// the transactions that change them.
type Folder struct{ ent.Schema }

// Mixin of Folder.
func (Folder) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Folder}} }

// Fields of Folder.
func (Folder) Fields() []ent.Field {
	return []ent.Field{
		reference("mailbox_id"),
		field.Enum("role").Values("INBOX", "DRAFTS", "SENT", "ARCHIVE", "SPAM", "TRASH").Optional().Nillable(),
		field.String("name").MaxLen(200).NotEmpty(),
		field.Int("total").Default(0).NonNegative(),
		field.Int("unread").Default(0).NonNegative(),
	}
}

// Edges of Folder.
func (Folder) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish()),
		edge.From("messages", Message.Type).Ref("folder").Annotations(entgql.Skip()),
	}
}

// Indexes of Folder. NULLs are distinct, so a mailbox has one folder of each role and many without.
func (Folder) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("mailbox_id", "role").Unique(),
		index.Fields("mailbox_id", "name").Unique(),
	}
}

// Policy shows folders to those who may read the mailbox.
func (Folder) Policy() ent.Policy { return readBy(rule.AllowReadableFolders()) }
