//go:build ignore

// Generates the data layer from ent/schema.
package main

import (
	"log"

	"entgo.io/contrib/entgql"
	"entgo.io/ent/entc"
	"entgo.io/ent/entc/gen"

	"latchkey/server/clock"
)

func main() {
	// The API's SDL is written by hand: entgql gives connections, nodes and
	// eager loading only. Where-inputs stay off: edge predicates bypass privacy.
	gql, err := entgql.NewExtension(entgql.WithWhereInputs(false))
	if err != nil {
		log.Fatal(err)
	}
	config := &gen.Config{
		Target:  ".",
		Package: "latchkey/ent",
		Features: []gen.Feature{
			gen.FeaturePrivacy, gen.FeatureUpsert, gen.FeatureLock, gen.FeatureExecQuery, gen.FeatureModifier,
		},
	}
	// The rules ask the clock which grants are live.
	now := entc.Dependency(entc.DependencyName("Clock"), entc.DependencyType(&clock.Clock{}))
	if err := entc.Generate("./schema", config, entc.Extensions(gql), now); err != nil {
		log.Fatal(err)
	}
}
