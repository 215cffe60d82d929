package graph_test

import (
	"fmt"
	"strings"
	"testing"

	"latchkey/server/database"
	"latchkey/server/database/databasetest"
	"latchkey/server/nodeid"
	"latchkey/server/refusal"
)

func TestWhatTheViewerMayNotSeeDoesNotExist(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		system := w.everything()
		for _, there := range system {
			a := w.as(w.chloe, `query($id: ID!) { node(id: $id) { id __typename } }`, "id", there)
			none := w.as(w.chloe, `query($id: ID!) { node(id: $id) { id __typename } }`, "id", id(nodeid.New(nodeid.ID(there).Prefix())))
			if a.refusedWith() != refusal.CodeNotFound || a.Errors[0].Message != none.Errors[0].Message || fmt.Sprint(a.Data) != fmt.Sprint(none.Data) {
				t.Errorf("%s: got %v, %v", there, a.Data, a.Errors)
			}
			if w.as(w.anna, `query($id: ID!) { node(id: $id) { id } }`, "id", there).at("node.id") != there {
				t.Errorf("Anna does not see %s", there)
			}
		}
	})
}

// everything is the ids of what Anna sees and Chloé does not.
func (w *acme) everything() []string {
	a := w.as(w.anna, `{ viewer { mailboxes { edges { node { id mailService { id } organization { id members { edges { node { id user { id } } } } } } } } } }`)
	found := map[string]bool{}
	var collect func(any)
	collect = func(v any) {
		switch v := v.(type) {
		case map[string]any:
			if id, ok := v["id"].(string); ok {
				found[id] = true
			}
			for _, child := range v {
				collect(child)
			}
		case []any:
			for _, child := range v {
				collect(child)
			}
		}
	}
	collect(a.at("viewer"))
	var ids []string
	for id := range found {
		ids = append(ids, id)
	}
	if len(ids) < 8 {
		w.t.Fatalf("found only %v (%v)", ids, a.Errors)
	}
	return ids
}

func TestNodesKeepTheirOrder(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		asked := []string{id(w.info.ID), id(nodeid.New(nodeid.Mailbox)), id(w.anna.ID), id(w.info.ID), id(w.studio.ID), id(w.acme.ID)}
		a := w.as(w.anna, `query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }`, "ids", asked)
		if len(a.Errors) > 0 {
			t.Errorf("nodes that are not there are errors: %v", a.Errors)
		}
		for n, want := range []any{asked[0], nil, asked[2], asked[3], nil, asked[5]} {
			if got := a.at(fmt.Sprintf("nodes.%d.id", n)); got != want {
				t.Errorf("nodes.%d is %v, want %v", n, got, want)
			}
		}
	})
}

func TestNodesTakeAStatementForEachKind(t *testing.T) {
	databasetest.Each(t, func(t *testing.T, s *database.Store) {
		w := newAcme(t, s)
		ids := []string{id(w.info.ID), id(w.acme.ID)}
		for n := range 40 {
			ids = append(ids, id(w.mailbox(w.service, fmt.Sprintf("m%d@acme.example", n)).ID))
		}
		if n := w.statements(w.anna, `query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Mailbox { address organization { name } } } }`, "ids", ids); n != 2 {
			t.Errorf("%d statements, want 2", n)
		}
	})
}

func TestNodesRefuseGarbage(t *testing.T) {
	w := newAcme(t, databasetest.SQLite(t))
	for _, garbage := range []string{"", "x", "mbx_", "mbx_" + strings.Repeat("!", 26), strings.Repeat("a", 10000), "ses_" + strings.Repeat("0", 26), "zzz_" + strings.Repeat("0", 26)} {
		if a := w.as(w.anna, `query($id: ID!) { node(id: $id) { id } }`, "id", garbage); len(a.Errors) == 0 || a.at("node") != nil {
			t.Errorf("%q: got %v", garbage, a.Data)
		}
	}
	many := make([]string, 101)
	for n := range many {
		many[n] = id(w.info.ID)
	}
	if a := w.as(w.anna, `query($ids: [ID!]!) { nodes(ids: $ids) { id } }`, "ids", many); a.refusedWith() != refusal.CodeValidationFailed {
		t.Errorf("101 nodes: got %v, %v", a.Data, a.Errors)
	}
	if a := w.ask(t.Context(), `{ node(id: "`+id(w.info.ID)+`") { id } }`); a.refusedWith() != refusal.CodeUnauthenticated {
		t.Errorf("nobody: got %v, %v", a.Data, a.Errors)
	}
}
