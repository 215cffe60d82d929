-- The text index of messages. No extension is asked for: accents are removed
-- before words come here, so both databases find the same.

-- +goose Up
CREATE TABLE message_search (
  message_id VARCHAR NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
  mailbox_id VARCHAR NOT NULL,
  received_at TIMESTAMPTZ NOT NULL,
  words TSVECTOR NOT NULL
);
CREATE INDEX message_search_words ON message_search USING gin (words);
CREATE INDEX message_search_mailbox ON message_search (mailbox_id, received_at DESC);

-- Messages that are not in the text index yet, written with them.
CREATE TABLE search_queue (
  message_id VARCHAR NOT NULL PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE
);
