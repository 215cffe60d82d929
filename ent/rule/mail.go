package rule

import (
	"context"

	"latchkey/ent"
	"latchkey/ent/folder"
	"latchkey/ent/mailboxevent"
	"latchkey/ent/message"
	"latchkey/ent/privacy"
	"latchkey/ent/thread"
)

// AllowReadableFolders shows the folders of mailboxes whose mail one may read.
func AllowReadableFolders() privacy.QueryRule {
	return privacy.FolderQueryRuleFunc(func(ctx context.Context, q *ent.FolderQuery) error {
		q.Where(folder.HasMailboxWith(mayRead(acting(ctx), q.Clock.Now())))
		return privacy.Allow
	})
}

// AllowReadableThreads shows the threads of mailboxes whose mail one may read.
func AllowReadableThreads() privacy.QueryRule {
	return privacy.ThreadQueryRuleFunc(func(ctx context.Context, q *ent.ThreadQuery) error {
		q.Where(thread.HasMailboxWith(mayRead(acting(ctx), q.Clock.Now())))
		return privacy.Allow
	})
}

// AllowReadableMessages shows the messages of mailboxes whose mail one may read.
func AllowReadableMessages() privacy.QueryRule {
	return privacy.MessageQueryRuleFunc(func(ctx context.Context, q *ent.MessageQuery) error {
		q.Where(message.HasMailboxWith(mayRead(acting(ctx), q.Clock.Now())))
		return privacy.Allow
	})
}

// AllowReadableMailboxEvents shows what happened in mailboxes whose mail one may read.
func AllowReadableMailboxEvents() privacy.QueryRule {
	return privacy.MailboxEventQueryRuleFunc(func(ctx context.Context, q *ent.MailboxEventQuery) error {
		q.Where(mailboxevent.HasMailboxWith(mayRead(acting(ctx), q.Clock.Now())))
		return privacy.Allow
	})
}
