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

// Grant is one user's standing access to one mailbox. A revoked one stays as history.
type Grant struct{ ent.Schema }

// Mixin of Grant.
func (Grant) Mixin() []ent.Mixin { return []ent.Mixin{identified{prefix: nodeid.Grant}} }

// Fields of Grant.
func (Grant) Fields() []ent.Field {
	return []ent.Field{
		reference("mailbox_id"),
		reference("user_id"),
		reference("organization_id"), // the one of the user's that it is listed under
		field.Int64("permissions").GoType(permission.Set(0)).Annotations(entgql.Skip()),
		field.String("address").MaxLen(254).Immutable().Comment("The mailbox's, for the claim.").Annotations(entgql.Skip()),
		field.String("claim_id").Optional().Nillable().Sensitive().Annotations(entgql.Skip()),
		field.Bool("personal").Default(false).Comment("A user's access to their own login address."),
		field.Bool("requires_second_factor").Default(false),
		field.Time("starts_at").Optional().Nillable().Comment("Set while it is still to come; cleared once announced."),
		field.Time("expires_at").Optional().Nillable(),
		optionalReference("giver_id"),
		field.Time("given_at").Immutable(),
		field.Time("last_used_at").Optional().Nillable(),
		field.Time("revoked_at").Optional().Nillable(),
		field.Enum("ended_as").Values("REVOKED", "EXPIRED", "LEFT").Optional().Nillable(),
	}
}

// Edges of Grant.
func (Grant) Edges() []ent.Edge {
	return []ent.Edge{
		edge.To("mailbox", Mailbox.Type).Field("mailbox_id").Unique().Required().Annotations(perish()),
		edge.To("user", User.Type).Field("user_id").Unique().Required().Annotations(keep()),
		edge.To("organization", Organization.Type).Field("organization_id").Unique().Required().Annotations(keep()),
		edge.To("giver", User.Type).Field("giver_id").Unique().Annotations(keep(), entgql.MapsTo("givenBy")),
		edge.To("claim", AddressClaim.Type).Field("claim_id").Unique().Annotations(keep(), entgql.Skip()),
	}
}

// Indexes allow one live grant for a mailbox and user.
func (Grant) Indexes() []ent.Index {
	live := entsql.IndexWhere("revoked_at IS NULL")
	return []ent.Index{
		index.Fields("mailbox_id", "user_id").Unique().Annotations(live),
		// Who had or gave access is shown by name to whoever may share: these are not of live grants alone.
		index.Fields("user_id"),
		index.Fields("giver_id"),
		index.Fields("claim_id").Annotations(live),   // a claim's change looks for what refers to it
		index.Fields("expires_at").Annotations(live), // read by the expiry sweep
		// Also read by the sweep, which announces what begins.
		index.Fields("starts_at").Annotations(entsql.IndexWhere("revoked_at IS NULL AND starts_at IS NOT NULL")),
	}
}

// Annotations of Grant. A live grant holds the claim that keeps its address
// from becoming a login identifier; the user's own login address is the exception.
func (Grant) Annotations() []schema.Annotation {
	return []schema.Annotation{checks(map[string]string{
		"grants_live_holds_claim": "(revoked_at IS NULL) = (claim_id IS NOT NULL)",
		"grants_claim_kind": "claim_id IS NULL OR " +
			"(personal AND claim_id = 'login:' || address) OR (NOT personal AND claim_id = 'shared:' || address)",
		"grants_end_has_reason": "(revoked_at IS NULL) = (ended_as IS NULL)",
	})}
}

// Policy shows a grant to its user and to whoever may share the mailbox.
func (Grant) Policy() ent.Policy { return readBy(rule.AllowGrantsInSight()) }
