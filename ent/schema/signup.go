package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/server/nodeid"
)

// SignUp is what somebody has told and proven so far who is not yet a user. It
// is named by a token of which only the hash is kept, and is gone when they are
// a user or when its time is over.
type SignUp struct{ ent.Schema }

// Mixin of SignUp.
func (SignUp) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.SignUp}} }

// Fields of SignUp.
func (SignUp) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("token_hash").Sensitive().Immutable(),
		reference("invitation_id"),
		field.String("email").MaxLen(254).Immutable().Comment("Normalised."),
		field.Enum("language").Values("EN", "FR", "DE", "IT", "ES").Default("EN"),
		field.Bytes("code_sealed").Optional().Sensitive().Comment("The code sent by mail."),
		field.Time("code_sent_at"),
		field.Int("code_count").Default(1).Comment("How many codes were sent."),
		field.Int("tries").Default(0).Comment("Of the last code."),
		field.Time("email_proven_at").Optional().Nillable(),
		field.String("first_name").MaxLen(100).Default(""),
		field.String("last_name").MaxLen(100).Default(""),
		field.String("password_hash").Default("").Sensitive(),
		field.String("phone").MaxLen(16).Default("").Comment("E.164."),
		field.String("terms_version").MaxLen(40).Default(""),
		field.Time("terms_accepted_at").Optional().Nillable(),
		field.Bytes("authenticator_sealed").Optional().Sensitive().Comment("The secret offered to an authenticator app."),
		field.Bytes("passkey_data").Optional().Sensitive().Comment("What the other half of a passkey's ceremony needs, in JSON."),
		field.Time("created_at").Immutable(),
		field.Time("expires_at").Immutable(),
	}
}

// Edges of SignUp.
func (SignUp) Edges() []ent.Edge {
	return []ent.Edge{edge.To("invitation", Invitation.Type).Field("invitation_id").Unique().Required().Annotations(perish())}
}

// Indexes of SignUp.
func (SignUp) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("email", "created_at"), // how often a code was sent there
		index.Fields("invitation_id"),
		index.Fields("expires_at"), // read by the sweep
	}
}

// Annotations of SignUp.
func (SignUp) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows it to nobody: it is found by its token, by the system.
func (SignUp) Policy() ent.Policy { return readBy() }
