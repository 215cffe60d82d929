// Package schema is the data model: entities, their constraints and indexes,
// and who may read them. Everything is denied that no rule allows.
//
// People never write rows directly: a domain function checks what the viewer
// may do and then writes as the system, so every mutation policy here allows
// the system alone. What must hold under races is a constraint of the database
// too: a unique index, a foreign key or a CHECK.
package schema
