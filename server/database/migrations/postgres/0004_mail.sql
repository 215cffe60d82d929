-- What mail needs beside ent's entities.

-- +goose Up
-- Raw messages of up to 256 KiB, by the SHA-256 of their octets. Larger ones are files.
CREATE TABLE raw_messages (
  digest BYTEA NOT NULL PRIMARY KEY,
  octets BYTEA NOT NULL
);

-- Which thread a message belongs to, by the hash of a Message-ID that was seen
-- (present) or only referred to.
CREATE TABLE thread_keys (
  mailbox_id VARCHAR NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
  key BYTEA NOT NULL,
  thread_id VARCHAR NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  present BOOLEAN NOT NULL DEFAULT FALSE,
  PRIMARY KEY (mailbox_id, key)
);
CREATE INDEX thread_keys_thread_id ON thread_keys (thread_id);

-- The newest thread of a subject and its people: where references are missing.
CREATE TABLE thread_subjects (
  mailbox_id VARCHAR NOT NULL REFERENCES mailboxes (id) ON DELETE CASCADE,
  key BYTEA NOT NULL,
  thread_id VARCHAR NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  at TIMESTAMPTZ NOT NULL,
  PRIMARY KEY (mailbox_id, key)
);
CREATE INDEX thread_subjects_thread_id ON thread_subjects (thread_id);

-- A row for each thread and folder that it has messages in: what a folder's list is read from.
CREATE TABLE folder_threads (
  folder_id VARCHAR NOT NULL REFERENCES folders (id) ON DELETE CASCADE,
  thread_id VARCHAR NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  last_at TIMESTAMPTZ NOT NULL,
  message_count INTEGER NOT NULL CHECK (message_count > 0),
  unread INTEGER NOT NULL DEFAULT 0 CHECK (unread >= 0),
  PRIMARY KEY (folder_id, thread_id)
);
CREATE INDEX folder_threads_newest ON folder_threads (folder_id, last_at DESC, thread_id DESC);
CREATE INDEX folder_threads_thread_id ON folder_threads (thread_id);
