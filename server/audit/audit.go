// Package audit appends to the log of who changed what, and checks it. Each
// entry holds the hash of the one before (SHA-256), so an entry that was
// changed, added or taken out later shows; the database refuses to change or
// delete entries in the first place.
//
// A chain can't show that its newest entries are missing: compare Head with
// one that was noted elsewhere.
package audit

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash"
	"time"

	"entgo.io/ent/dialect"

	"latchkey/ent"
	"latchkey/ent/auditentry"
	"latchkey/server/database"
	"latchkey/server/nodeid"
	"latchkey/server/viewer"
)

// Entry is one line of the log. What doesn't apply stays empty.
type Entry struct {
	// Action is what was done, such as "grant.revoked".
	Action string
	// Actor is the user who did it; empty for the system.
	Actor        nodeid.ID
	Organization nodeid.ID
	Mailbox      nodeid.ID
	// Subject is what or who it was done to.
	Subject nodeid.ID
	// Detail holds names as they were then, and what changed; never a secret.
	Detail map[string]any
}

// lock is held on PostgreSQL from the first entry of a transaction to its end:
// entries are chained in the order in which they are committed. SQLite has one writer.
const lock = "SELECT pg_advisory_xact_lock(hashtext('latchkey audit'))"

// Append writes an entry that commits with the transaction. Call it last:
// transactions that append wait for each other from here on.
func Append(ctx context.Context, tx *database.Tx, e Entry) error {
	detail, err := json.Marshal(e.Detail) // sorts keys
	if err != nil {
		return fmt.Errorf("audit %s: %w", e.Action, err)
	}
	if e.Detail == nil {
		detail = []byte("{}")
	}
	if tx.Dialect() == dialect.Postgres {
		if _, err := tx.SQL.ExecContext(ctx, lock); err != nil {
			return fmt.Errorf("audit %s: %w", e.Action, err)
		}
	}
	ctx = viewer.System(ctx)
	previous, err := newest(ctx, tx.AuditEntry)
	if err != nil {
		return fmt.Errorf("audit %s: %w", e.Action, err)
	}
	entry := &ent.AuditEntry{
		At: tx.Clock.Now(), Action: e.Action, ActorID: string(e.Actor), OrganizationID: string(e.Organization),
		MailboxID: string(e.Mailbox), SubjectID: string(e.Subject), Detail: string(detail), PreviousHash: previous,
	}
	err = tx.AuditEntry.Create().
		SetAt(entry.At).SetAction(entry.Action).SetActorID(entry.ActorID).SetOrganizationID(entry.OrganizationID).
		SetMailboxID(entry.MailboxID).SetSubjectID(entry.SubjectID).SetDetail(entry.Detail).
		SetPreviousHash(previous).SetHash(hashOf(entry)).
		Exec(ctx)
	if err != nil {
		return fmt.Errorf("audit %s: %w", e.Action, err)
	}
	return nil
}

// Head is the hash of the newest entry, to be noted elsewhere; zeros when there is none.
func Head(ctx context.Context, s *database.Store) ([]byte, error) {
	return newest(viewer.System(ctx), s.Client().AuditEntry)
}

// beginning stands for the entry before the first.
func beginning() []byte { return make([]byte, sha256.Size) }

func newest(ctx context.Context, entries *ent.AuditEntryClient) ([]byte, error) {
	last, err := entries.Query().Order(ent.Desc(auditentry.FieldID)).Select(auditentry.FieldHash).First(ctx)
	if ent.IsNotFound(err) {
		return beginning(), nil
	}
	if err != nil {
		return nil, err
	}
	return last.Hash, nil
}

// batch is how many entries are checked at a time.
const batch = 1000

// Verify checks the whole chain. broken is the id of the first entry that was
// changed or does not follow the one before it; nil when all is well.
func Verify(ctx context.Context, s *database.Store) (broken *int64, err error) {
	ctx = viewer.System(ctx)
	previous, after := beginning(), int64(0)
	for {
		entries, err := s.Client().AuditEntry.Query().
			Where(auditentry.IDGT(after)).Order(ent.Asc(auditentry.FieldID)).Limit(batch).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("read audit log: %w", err)
		}
		for _, entry := range entries {
			if !bytes.Equal(entry.PreviousHash, previous) || !bytes.Equal(entry.Hash, hashOf(entry)) {
				return &entry.ID, nil
			}
			previous, after = entry.Hash, entry.ID
		}
		if len(entries) < batch {
			return nil, nil
		}
	}
}

// hashOf covers all fields but the id and the hash. Each is preceded by its
// length, so that no two entries read alike.
func hashOf(e *ent.AuditEntry) []byte {
	h := sha256.New()
	write(h, e.PreviousHash)
	for _, field := range []string{
		e.At.UTC().Format(time.RFC3339Nano), e.Action, e.ActorID, e.OrganizationID, e.MailboxID, e.SubjectID, e.Detail,
	} {
		write(h, []byte(field))
	}
	return h.Sum(nil)
}

func write(h hash.Hash, field []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(field)))
	h.Write(length[:]) // a hash never fails to write
	h.Write(field)
}
