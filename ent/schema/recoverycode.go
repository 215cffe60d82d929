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

// RecoveryCode opens an account once when its second factor is lost.
type RecoveryCode struct{ ent.Schema }

// Mixin of RecoveryCode.
func (RecoveryCode) Mixin() []ent.Mixin {
	return []ent.Mixin{identified{prefix: nodeid.RecoveryCode}}
}

// Fields of RecoveryCode.
func (RecoveryCode) Fields() []ent.Field {
	return []ent.Field{
		reference("user_id"),
		field.Bytes("code_hash").Sensitive().Comment("Keyed with the server's secret: short codes can be guessed from a plain hash."),
		field.Time("created_at").Immutable(),
		field.Time("used_at").Optional().Nillable(),
	}
}

// Edges of RecoveryCode.
func (RecoveryCode) Edges() []ent.Edge {
	return []ent.Edge{edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(perish())}
}

// Indexes of RecoveryCode.
func (RecoveryCode) Indexes() []ent.Index {
	return []ent.Index{index.Fields("user_id", "code_hash").Unique()}
}

// Annotations of RecoveryCode.
func (RecoveryCode) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows people their own.
func (RecoveryCode) Policy() ent.Policy { return readBy(rule.AllowOwnRecoveryCodes()) }
