-- Each organization keeps an owner. The organization's row is locked first, so
-- that of two owners who step down at once the second sees the first gone.
-- Deleting the organization itself takes its members along: it is gone by then.

-- +goose Up
-- +goose StatementBegin
CREATE FUNCTION members_keep_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM organizations WHERE id = OLD.organization_id FOR NO KEY UPDATE;
  IF FOUND AND NOT EXISTS (
    SELECT 1 FROM members WHERE organization_id = OLD.organization_id AND role = 'OWNER' AND id <> OLD.id
  ) THEN
    RAISE EXCEPTION 'LAST_OWNER' USING ERRCODE = 'check_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN
    RETURN OLD;
  END IF;
  RETURN NEW;
END $$;
-- +goose StatementEnd

CREATE TRIGGER members_keep_owner_on_update
BEFORE UPDATE OF role, organization_id ON members
FOR EACH ROW
WHEN (OLD.role = 'OWNER' AND (NEW.role <> 'OWNER' OR NEW.organization_id <> OLD.organization_id))
EXECUTE FUNCTION members_keep_owner();

CREATE TRIGGER members_keep_owner_on_delete
BEFORE DELETE ON members
FOR EACH ROW
WHEN (OLD.role = 'OWNER')
EXECUTE FUNCTION members_keep_owner();
