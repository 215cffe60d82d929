-- What mail needs beside ent's entities. Instants are text as the driver
-- writes them, in UTC; they sort.

-- +goose Up
-- Raw messages of up to 256 KiB, by the SHA-256 of their octets. Larger ones are files.
CREATE TABLE raw_messages (
  digest BLOB NOT NULL PRIMARY KEY,
  octets BLOB NOT NULL
);

-- Which thread a message belongs to, by the hash of a Message-ID that was seen
-- (present) or only referred to.
CREATE TABLE thread_keys (
  mailbox_id TEXT NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
  key BLOB NOT NULL,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  present BOOL NOT NULL DEFAULT FALSE,
  PRIMARY KEY (mailbox_id, key)
) WITHOUT ROWID;
CREATE INDEX thread_keys_thread_id ON thread_keys (thread_id);

-- The newest thread of a subject and its people: where references are missing.
CREATE TABLE thread_subjects (
  mailbox_id TEXT NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
  key BLOB NOT NULL,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  at DATETIME NOT NULL,
  PRIMARY KEY (mailbox_id, key)
) WITHOUT ROWID;
CREATE INDEX thread_subjects_thread_id ON thread_subjects (thread_id);

-- A row for each thread and folder that it has messages in: what a folder's list is read from.
CREATE TABLE folder_threads (
  folder_id TEXT NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  last_at DATETIME NOT NULL,
  message_count INTEGER NOT NULL CHECK (message_count > 0),
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread >= 0),
  PRIMARY KEY (folder_id, thread_id)
) WITHOUT ROWID;
CREATE INDEX folder_threads_newest ON folder_threads (folder_id, last_at DESC, thread_id DESC);
CREATE INDEX folder_threads_thread_id ON folder_threads (thread_id);
