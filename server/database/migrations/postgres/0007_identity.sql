-- +goose Up
-- modify "access_events" table
ALTER TABLE "access_events" ADD COLUMN "reason" character varying NULL;
-- modify "organizations" table
ALTER TABLE "organizations" ADD COLUMN "members_need_second_factor" boolean NOT NULL DEFAULT false, ADD COLUMN "guests_need_second_factor" boolean NOT NULL DEFAULT false;
-- modify "users" table
ALTER TABLE "users" ADD COLUMN "password_changed_at" timestamptz NULL, ADD COLUMN "second_factor" boolean NOT NULL DEFAULT false, ADD COLUMN "phone" character varying NOT NULL DEFAULT '', ADD COLUMN "terms_version" character varying NOT NULL DEFAULT '', ADD COLUMN "terms_accepted_at" timestamptz NULL, ADD COLUMN "language" character varying NULL, ADD COLUMN "time_zone" character varying NOT NULL DEFAULT '', ADD COLUMN "theme" character varying NOT NULL DEFAULT 'SYSTEM', ADD COLUMN "deleted_at" timestamptz NULL;
-- create "authenticators" table
CREATE TABLE "authenticators" ("id" character varying NOT NULL, "secret_sealed" bytea NOT NULL, "last_step" bigint NOT NULL DEFAULT 0, "created_at" timestamptz NOT NULL, "confirmed_at" timestamptz NULL, "last_used_at" timestamptz NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "authenticators_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "authenticator_confirmed" to table: "authenticators"
CREATE UNIQUE INDEX "authenticator_confirmed" ON "authenticators" ("user_id") WHERE (confirmed_at IS NOT NULL);
-- create index "authenticator_user" to table: "authenticators"
CREATE INDEX "authenticator_user" ON "authenticators" ("user_id", "id");
-- modify "sessions" table
ALTER TABLE "sessions" ADD COLUMN "previous_token_hash" bytea NULL, ADD COLUMN "previous_until" timestamptz NULL, ADD COLUMN "second_factor_at" timestamptz NULL;
-- create index "session_previous_token_hash" to table: "sessions"
CREATE UNIQUE INDEX "session_previous_token_hash" ON "sessions" ("previous_token_hash") WHERE (previous_token_hash IS NOT NULL);
-- create "challenges" table
CREATE TABLE "challenges" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "kind" character varying NOT NULL, "email" character varying NOT NULL DEFAULT '', "language" character varying NOT NULL DEFAULT 'EN', "data" bytea NULL, "code_sealed" bytea NULL, "code_proven" boolean NOT NULL DEFAULT false, "tries" bigint NOT NULL DEFAULT 0, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "user_id" character varying NULL, "session_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "challenges_sessions_session" FOREIGN KEY ("session_id") REFERENCES "sessions" ("id") ON UPDATE NO ACTION ON DELETE CASCADE, CONSTRAINT "challenges_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "challenge_email_created_at" to table: "challenges"
CREATE INDEX "challenge_email_created_at" ON "challenges" ("email", "created_at");
-- create index "challenge_expires_at" to table: "challenges"
CREATE INDEX "challenge_expires_at" ON "challenges" ("expires_at");
-- create index "challenge_session_id" to table: "challenges"
CREATE INDEX "challenge_session_id" ON "challenges" ("session_id");
-- create index "challenge_token_hash" to table: "challenges"
CREATE UNIQUE INDEX "challenge_token_hash" ON "challenges" ("token_hash");
-- create index "challenge_user_id" to table: "challenges"
CREATE INDEX "challenge_user_id" ON "challenges" ("user_id");
-- create "passkeys" table
CREATE TABLE "passkeys" ("id" character varying NOT NULL, "credential_id" bytea NOT NULL, "credential" bytea NOT NULL, "name" character varying NOT NULL, "created_at" timestamptz NOT NULL, "last_used_at" timestamptz NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "passkeys_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "passkey_credential_id" to table: "passkeys"
CREATE UNIQUE INDEX "passkey_credential_id" ON "passkeys" ("credential_id");
-- create index "passkey_user_id" to table: "passkeys"
CREATE INDEX "passkey_user_id" ON "passkeys" ("user_id");
-- create "recovery_codes" table
CREATE TABLE "recovery_codes" ("id" character varying NOT NULL, "code_hash" bytea NOT NULL, "created_at" timestamptz NOT NULL, "used_at" timestamptz NULL, "user_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "recovery_codes_users_user" FOREIGN KEY ("user_id") REFERENCES "users" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "recoverycode_user_id_code_hash" to table: "recovery_codes"
CREATE UNIQUE INDEX "recoverycode_user_id_code_hash" ON "recovery_codes" ("user_id", "code_hash");
-- create "sign_ups" table
CREATE TABLE "sign_ups" ("id" character varying NOT NULL, "token_hash" bytea NOT NULL, "email" character varying NOT NULL, "language" character varying NOT NULL DEFAULT 'EN', "code_sealed" bytea NULL, "code_sent_at" timestamptz NOT NULL, "code_count" bigint NOT NULL DEFAULT 1, "tries" bigint NOT NULL DEFAULT 0, "email_proven_at" timestamptz NULL, "first_name" character varying NOT NULL DEFAULT '', "last_name" character varying NOT NULL DEFAULT '', "password_hash" character varying NOT NULL DEFAULT '', "phone" character varying NOT NULL DEFAULT '', "terms_version" character varying NOT NULL DEFAULT '', "terms_accepted_at" timestamptz NULL, "authenticator_sealed" bytea NULL, "passkey_data" bytea NULL, "created_at" timestamptz NOT NULL, "expires_at" timestamptz NOT NULL, "invitation_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "sign_ups_invitations_invitation" FOREIGN KEY ("invitation_id") REFERENCES "invitations" ("id") ON UPDATE NO ACTION ON DELETE CASCADE);
-- create index "signup_email_created_at" to table: "sign_ups"
CREATE INDEX "signup_email_created_at" ON "sign_ups" ("email", "created_at");
-- create index "signup_expires_at" to table: "sign_ups"
CREATE INDEX "signup_expires_at" ON "sign_ups" ("expires_at");
-- create index "signup_invitation_id" to table: "sign_ups"
CREATE INDEX "signup_invitation_id" ON "sign_ups" ("invitation_id");
-- create index "signup_token_hash" to table: "sign_ups"
CREATE UNIQUE INDEX "signup_token_hash" ON "sign_ups" ("token_hash");
