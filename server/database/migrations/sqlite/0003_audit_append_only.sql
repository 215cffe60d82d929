-- The audit log is appended to and never changed.

-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER audit_entries_refuse_update
BEFORE UPDATE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'AUDIT_APPEND_ONLY');
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER audit_entries_refuse_delete
BEFORE DELETE ON audit_entries
BEGIN
  SELECT RAISE(ABORT, 'AUDIT_APPEND_ONLY');
END;
-- +goose StatementEnd
