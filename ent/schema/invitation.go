package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/edge"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/index"

	"latchkey/ent/rule"
	"latchkey/server/nodeid"
	"latchkey/server/permission"
)

// Invitation is the offer of a grant to whoever opens its link and accepts it once.
type Invitation struct{ ent.Schema }

// Mixin of Invitation.
func (Invitation) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Invitation}} }

// Fields of Invitation.
func (Invitation) Fields() []ent.Field {
	return []ent.Field{
		reference("mailbox_id"),
		field.String("address").MaxLen(254).Immutable().Comment("The mailbox's, for the claim.").Annotations(entgql.Skip()),
		field.String("claim_id").Optional().Nillable().Sensitive().Annotations(entgql.Skip()),
		field.Bytes("token_hash").Sensitive().Annotations(entgql.Skip()),
		field.Bytes("token_sealed").Sensitive().Comment("So that the link can be sent later.").Annotations(entgql.Skip()),
		field.String("email").MaxLen(254).Optional().Nillable().Comment("Normalised: to whom it was sent or is bound."),
		field.Bool("bound").Default(false),
		field.Int64("permissions").GoType(permission.Set(0)).Annotations(entgql.Skip()),
		field.Bool("requires_second_factor").Default(false),
		field.Time("expires_at").Comment("Of the link."),
		field.Time("grant_expires_at").Optional().Nillable(),
		field.String("note").MaxLen(4000).Default(""),
		field.Enum("language").Values("EN", "FR", "DE", "IT", "ES").Default("EN"),
		reference("inviter_id"),
		field.Time("created_at").Immutable(),
		field.Time("sent_at").Optional().Nillable(),
		field.Time("closed_at").Optional().Nillable(),
		field.Enum("closed_as").Values("ACCEPTED", "DECLINED", "EXPIRED", "WITHDRAWN").Optional().Nillable(),
		optionalReference("accepted_by_id"),
	}
}

// Edges of Invitation.
func (Invitation) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish()),
		edge.To("inviter", User.Type).Field("inviter_id").Unique().Required().Annotations(keep(), entgql.MapsTo("invitedBy")),
		edge.To("accepted_by", User.Type).Field("accepted_by_id").Unique().Annotations(keep(), entgql.Skip()),
		edge.To("claim", AddressClaim.Type).Field("claim_id").Unique().Annotations(keep(), entgql.Skip()),
	}
}

// Indexes of Invitation. A token is looked up by its hash.
func (Invitation) Indexes() []ent.Index {
	open := entsql.IndexWhere("closed_at IS NULL")
	return []ent.Index{
		index.Fields("token_hash").Unique(),
		index.Fields("inviter_id"), // is shown by name to whoever may share
		index.Fields("mailbox_id", "created_at").Annotations(open),
		index.Fields("claim_id").Annotations(open),   // a claim's change looks for what refers to it
		index.Fields("expires_at").Annotations(open), // read by the expiry sweep
	}
}

// Annotations of Invitation. A pending one holds the claim that keeps its
// address from becoming a login identifier; it is closed once, for one reason.
func (Invitation) Annotations() []schema.Annotation {
	return []schema.Annotation{checks(map[string]string{
		"invitations_open_holds_claim":   "(closed_at IS NULL) = (claim_id IS NOT NULL)",
		"invitations_claim_kind":         "claim_id IS NULL OR claim_id = 'shared:' || address",
		"invitations_close_has_reason":   "(closed_at IS NULL) = (closed_as IS NULL)",
		"invitations_bound_has_email":    "NOT bound OR email IS NOT NULL",
		"invitations_accepted_by_person": "(accepted_by_id IS NOT NULL) = (closed_as IS NOT NULL AND closed_as = 'ACCEPTED')",
	})}
}

// Policy shows an invitation to whoever may share the mailbox. Its guest reads it by token, not as a row.
func (Invitation) Policy() ent.Policy { return readBy(rule.AllowInvitationsInSight()) }
