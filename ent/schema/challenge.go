package schema

import (
	"entgo.io/ent"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/server/nodeid"
)

// Challenge is what somebody still has to prove in the middle of signing in,
// of choosing a new password, or of using a passkey. It is short-lived, and
// named by a token of which only the hash is kept.
type Challenge struct{ ent.Schema }

// Mixin of Challenge.
func (Challenge) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Challenge}} }

// Fields of Challenge.
func (Challenge) Fields() []ent.Field {
	return []ent.Field{
		field.Bytes("token_hash").Sensitive().Immutable(),
		field.Enum("kind").Values("SIGN_IN", "PASSWORD_RESET", "PASSKEY_SIGN_IN", "PASSKEY_SECOND_FACTOR", "PASSKEY_STEP_UP", "PASSKEY_NEW").Immutable(),
		optionalReference("user_id"),    // none when the address is nobody's: such a challenge is never met
		optionalReference("session_id"), // the session that alone may meet it
		field.String("email").MaxLen(254).Default("").Immutable().Comment("Normalised: where the code is sent."),
		field.Enum("language").Values("EN", "FR", "DE", "IT", "ES").Default("EN").Immutable(),
		field.Bytes("data").Optional().Sensitive().Comment("What the other half of a passkey's ceremony needs, in JSON."),
		field.Bytes("code_sealed").Optional().Sensitive().Comment("The code sent by mail."),
		field.Bool("code_proven").Default(false),
		field.Int("tries").Default(0),
		field.Time("created_at").Immutable(),
		field.Time("expires_at").Immutable(),
	}
}

// Edges of Challenge.
func (Challenge) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("user", User.Type).Field("user_id").Unique().Annotations(perish()),
		edge.To("session", Session.Type).Field("session_id").Unique().Annotations(perish()),
	}
}

// Indexes of Challenge.
func (Challenge) Indexes() []ent.Index {
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("email", "created_at"), // how often a code was sent there
		index.Fields("user_id"),
		index.Fields("session_id"),
		index.Fields("expires_at"), // read by the sweep
	}
}

// Annotations of Challenge.
func (Challenge) Annotations() []schema.Annotation { return []schema.Annotation{hidden()} }

// Policy shows it to nobody: it is found by its token, by the system.
func (Challenge) Policy() ent.Policy { return readBy() }
