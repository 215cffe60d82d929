-- The text index of messages. The number of a message in it is a column, not
-- the implicit rowid, which a rebuild of the table would change.

-- +goose Up
CREATE TABLE message_search_docs (
  id INTEGER NOT NULL PRIMARY KEY,
  message_id TEXT NOT NULL UNIQUE,
  mailbox_id TEXT NOT NULL,
  received_at DATETIME NOT NULL
);
CREATE INDEX message_search_docs_mailbox ON message_search_docs (mailbox_id, received_at DESC);

-- rowid = message_search_docs.id. It keeps no copy of the text: a row is
-- deleted by its number, without knowing what was indexed.
CREATE VIRTUAL TABLE message_search USING fts5(
  words,
  content = '',
  contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2'
);

-- +goose StatementBegin
CREATE TRIGGER message_search_docs_delete
AFTER DELETE ON message_search_docs
BEGIN
  DELETE FROM message_search WHERE rowid = OLD.id;
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER messages_delete_search
AFTER DELETE ON messages
BEGIN
  DELETE FROM message_search_docs WHERE message_id = OLD.id;
END;
-- +goose StatementEnd

-- Messages that are not in the text index yet, written with them.
CREATE TABLE search_queue (
  message_id TEXT NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE
);
