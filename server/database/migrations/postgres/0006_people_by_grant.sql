-- +goose Up
-- drop index "grant_user_id" from table: "grants"
DROP INDEX "grant_user_id";
-- create index "grant_user_id" to table: "grants"
CREATE INDEX "grant_user_id" ON "grants" ("user_id");
-- create index "grant_giver_id" to table: "grants"
CREATE INDEX "grant_giver_id" ON "grants" ("giver_id");
-- create index "invitation_inviter_id" to table: "invitations"
CREATE INDEX "invitation_inviter_id" ON "invitations" ("inviter_id");
