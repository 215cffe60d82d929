package transport

import (
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
)

const (
	maxParsedQueries = 1000
	// maxParsedQuery keeps queries that are not the applications' own from
	// filling memory, in octets.
	maxParsedQuery = 16 << 10
)

// parsedQueries keeps documents that were parsed and found valid. Applications
// send a few hundred; when somebody fills it up, any of them gives way.
type parsedQueries struct {
	mu        sync.RWMutex
	documents map[string]*ast.QueryDocument
}

var _ graphql.Cache[*ast.QueryDocument] = (*parsedQueries)(nil)

func newParsedQueries() *parsedQueries {
	return &parsedQueries{documents: map[string]*ast.QueryDocument{}}
}

// Get implements graphql.Cache.
func (p *parsedQueries) Get(_ context.Context, query string) (*ast.QueryDocument, bool) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	document, ok := p.documents[query]
	return document, ok
}

// Add implements graphql.Cache.
func (p *parsedQueries) Add(_ context.Context, query string, document *ast.QueryDocument) {
	if len(query) > maxParsedQuery {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for known := range p.documents {
		if len(p.documents) < maxParsedQueries {
			break
		}
		delete(p.documents, known)
	}
	p.documents[query] = document
}
