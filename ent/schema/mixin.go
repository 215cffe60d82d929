package schema

import (
	"entgo.io/contrib/entgql"
	"entgo.io/ent"
	"entgo.io/ent/dialect/entsql"
	"entgo.io/ent/schema"
	"entgo.io/ent/schema/field"
	"entgo.io/ent/schema/mixin"

	"latchkey/ent/privacy"
	"latchkey/ent/rule"
	"latchkey/server/nodeid"
)

// identified gives an entity an id of its own kind (see nodeid).
type identified struct {
	mixin.Schema
	prefix nodeid.Prefix
}

func (m identified) Fields() []ent.Field {
	return []ent.Field{
		field.String("id").GoType(nodeid.ID("")).DefaultFunc(nodeid.Maker(m.prefix)).Immutable(),
	}
}

// numbered gives an entity an integer id that counts up: for rows in the order they were written.
type numbered struct{ mixin.Schema }

func (numbered) Fields() []ent.Field {
	return []ent.Field{field.Int64("id").Immutable()}
}

// hidden keeps an entity out of the API.
func hidden() schema.Annotation { return entgql.Skip(entgql.SkipAll) }

// reference is a column that holds the id of another entity.
func reference(name string) ent.Field {
	return field.String(name).GoType(nodeid.ID(""))
}

// optionalReference is a reference that may be NULL.
func optionalReference(name string) ent.Field {
	return field.String(name).GoType(nodeid.ID("")).Optional().Nillable()
}

// checks are CHECK constraints by name. Each stands in parentheses: atlas adds
// none to what begins and ends with one, such as "(a) = (b)".
func checks(byName map[string]string) schema.Annotation {
	for name, condition := range byName {
		byName[name] = "(" + condition + ")"
	}
	return entsql.Annotation{Checks: byName}
}

// keep stops the database from deleting or forgetting the other side of an edge.
func keep() schema.Annotation { return entsql.OnDelete(entsql.NoAction) }

// perish deletes rows with what they belong to.
func perish() schema.Annotation { return entsql.OnDelete(entsql.Cascade) }

// readBy is the policy of an entity that people may read by these rules and only the system writes.
func readBy(rules ...privacy.QueryRule) ent.Policy {
	query := privacy.QueryPolicy{rule.AllowSystem(), rule.DenyWithoutViewer()}
	query = append(query, rules...)
	return privacy.Policy{
		Query:    append(query, privacy.AlwaysDenyRule()),
		Mutation: privacy.MutationPolicy{rule.AllowSystemMutation(), privacy.AlwaysDenyRule()},
	}
}
