// Package ent is the data layer. By hand: schema/ (entities, constraints, who
// may read them) and rule/ (the privacy rules, as sentences). All else here is
// generated from those by `go generate ./ent`.
package ent

//go:generate go run entc.go
