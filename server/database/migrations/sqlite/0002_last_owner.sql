-- Each organization keeps an owner. There is one writer, so nothing can race.
-- Deleting the organization itself takes its members along: it is gone by then.

-- +goose Up
-- +goose StatementBegin
CREATE TRIGGER members_keep_owner_on_update
BEFORE UPDATE OF role, organization_id ON members
WHEN OLD.role = 'OWNER' AND (NEW.role <> 'OWNER' OR NEW.organization_id <> OLD.organization_id)
BEGIN
  SELECT RAISE(ABORT, 'LAST_OWNER')
  WHERE NOT EXISTS (
    SELECT 1 FROM members
    WHERE organization_id = OLD.organization_id AND role = 'OWNER' AND id <> OLD.id
  );
END;
-- +goose StatementEnd

-- +goose StatementBegin
CREATE TRIGGER members_keep_owner_on_delete
BEFORE DELETE ON members
WHEN OLD.role = 'OWNER'
BEGIN
  SELECT RAISE(ABORT, 'LAST_OWNER')
  WHERE EXISTS (SELECT 1 FROM organizations WHERE id = OLD.organization_id)
    AND NOT EXISTS (
      SELECT 1 FROM members
      WHERE organization_id = OLD.organization_id AND role = 'OWNER' AND id <> OLD.id
    );
END;
-- +goose StatementEnd
