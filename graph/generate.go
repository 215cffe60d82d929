// Package graph is the API: its SDL in schema/, and resolvers that translate,
// call one domain function, and translate back. generated/ and model/ are
// generated from the SDL by `go generate ./graph`.
package graph

//go:generate go -C .. tool gqlgen generate
