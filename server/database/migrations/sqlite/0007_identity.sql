-- Columns are added, no table is made anew: dropping users or organizations
-- would take along, by cascade, all that refers to them.

-- +goose Up
-- add column "reason" to table: "access_events"
ALTER TABLE `access_events` ADD COLUMN `reason` text NULL;
-- modify "organizations" table
ALTER TABLE `organizations` ADD COLUMN `members_need_second_factor` bool NOT NULL DEFAULT (false);
ALTER TABLE `organizations` ADD COLUMN `guests_need_second_factor` bool NOT NULL DEFAULT (false);
-- modify "sessions" table
ALTER TABLE `sessions` ADD COLUMN `previous_token_hash` blob NULL;
ALTER TABLE `sessions` ADD COLUMN `previous_until` datetime NULL;
ALTER TABLE `sessions` ADD COLUMN `second_factor_at` datetime NULL;
-- create index "session_previous_token_hash" to table: "sessions"
CREATE UNIQUE INDEX `session_previous_token_hash` ON `sessions` (`previous_token_hash`) WHERE previous_token_hash IS NOT NULL;
-- modify "users" table
ALTER TABLE `users` ADD COLUMN `password_changed_at` datetime NULL;
ALTER TABLE `users` ADD COLUMN `second_factor` bool NOT NULL DEFAULT (false);
ALTER TABLE `users` ADD COLUMN `phone` text NOT NULL DEFAULT ('');
ALTER TABLE `users` ADD COLUMN `terms_version` text NOT NULL DEFAULT ('');
ALTER TABLE `users` ADD COLUMN `terms_accepted_at` datetime NULL;
ALTER TABLE `users` ADD COLUMN `language` text NULL;
ALTER TABLE `users` ADD COLUMN `time_zone` text NOT NULL DEFAULT ('');
ALTER TABLE `users` ADD COLUMN `theme` text NOT NULL DEFAULT ('SYSTEM');
ALTER TABLE `users` ADD COLUMN `deleted_at` datetime NULL;
-- create "authenticators" table
CREATE TABLE `authenticators` (`id` text NOT NULL, `secret_sealed` blob NOT NULL, `last_step` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `confirmed_at` datetime NULL, `last_used_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `authenticators_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE);
-- create index "authenticator_confirmed" to table: "authenticators"
CREATE UNIQUE INDEX `authenticator_confirmed` ON `authenticators` (`user_id`) WHERE confirmed_at IS NOT NULL;
-- create index "authenticator_user" to table: "authenticators"
CREATE INDEX `authenticator_user` ON `authenticators` (`user_id`, `id`);
-- create "challenges" table
CREATE TABLE `challenges` (`id` text NOT NULL, `token_hash` blob NOT NULL, `kind` text NOT NULL, `email` text NOT NULL DEFAULT (''), `language` text NOT NULL DEFAULT ('EN'), `data` blob NULL, `code_sealed` blob NULL, `code_proven` bool NOT NULL DEFAULT (false), `tries` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `user_id` text NULL, `session_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `challenges_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE, CONSTRAINT `challenges_sessions_session` FOREIGN KEY (`session_id`) REFERENCES `sessions` (`id`) ON DELETE CASCADE);
-- create index "challenge_token_hash" to table: "challenges"
CREATE UNIQUE INDEX `challenge_token_hash` ON `challenges` (`token_hash`);
-- create index "challenge_email_created_at" to table: "challenges"
CREATE INDEX `challenge_email_created_at` ON `challenges` (`email`, `created_at`);
-- create index "challenge_user_id" to table: "challenges"
CREATE INDEX `challenge_user_id` ON `challenges` (`user_id`);
-- create index "challenge_session_id" to table: "challenges"
CREATE INDEX `challenge_session_id` ON `challenges` (`session_id`);
-- create index "challenge_expires_at" to table: "challenges"
CREATE INDEX `challenge_expires_at` ON `challenges` (`expires_at`);
-- create "passkeys" table
CREATE TABLE `passkeys` (`id` text NOT NULL, `credential_id` blob NOT NULL, `credential` blob NOT NULL, `name` text NOT NULL, `created_at` datetime NOT NULL, `last_used_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `passkeys_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE);
-- create index "passkey_credential_id" to table: "passkeys"
CREATE UNIQUE INDEX `passkey_credential_id` ON `passkeys` (`credential_id`);
-- create index "passkey_user_id" to table: "passkeys"
CREATE INDEX `passkey_user_id` ON `passkeys` (`user_id`);
-- create "recovery_codes" table
CREATE TABLE `recovery_codes` (`id` text NOT NULL, `code_hash` blob NOT NULL, `created_at` datetime NOT NULL, `used_at` datetime NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `recovery_codes_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE);
-- create index "recoverycode_user_id_code_hash" to table: "recovery_codes"
CREATE UNIQUE INDEX `recoverycode_user_id_code_hash` ON `recovery_codes` (`user_id`, `code_hash`);
-- create "sign_ups" table
CREATE TABLE `sign_ups` (`id` text NOT NULL, `token_hash` blob NOT NULL, `email` text NOT NULL, `language` text NOT NULL DEFAULT ('EN'), `code_sealed` blob NULL, `code_sent_at` datetime NOT NULL, `code_count` integer NOT NULL DEFAULT (1), `tries` integer NOT NULL DEFAULT (0), `email_proven_at` datetime NULL, `first_name` text NOT NULL DEFAULT (''), `last_name` text NOT NULL DEFAULT (''), `password_hash` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `terms_version` text NOT NULL DEFAULT (''), `terms_accepted_at` datetime NULL, `authenticator_sealed` blob NULL, `passkey_data` blob NULL, `created_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `invitation_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sign_ups_invitations_invitation` FOREIGN KEY (`invitation_id`) REFERENCES `invitations` (`id`) ON DELETE CASCADE);
-- create index "signup_token_hash" to table: "sign_ups"
CREATE UNIQUE INDEX `signup_token_hash` ON `sign_ups` (`token_hash`);
-- create index "signup_email_created_at" to table: "sign_ups"
CREATE INDEX `signup_email_created_at` ON `sign_ups` (`email`, `created_at`);
-- create index "signup_invitation_id" to table: "sign_ups"
CREATE INDEX `signup_invitation_id` ON `sign_ups` (`invitation_id`);
-- create index "signup_expires_at" to table: "sign_ups"
CREATE INDEX `signup_expires_at` ON `sign_ups` (`expires_at`);
