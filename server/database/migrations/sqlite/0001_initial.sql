-- +goose Up
-- create "access_events" table
CREATE TABLE `access_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `sequence` integer NOT NULL, `kind` text NOT NULL, `mailbox_id` text NOT NULL, `address` text NOT NULL, `permissions` integer NOT NULL, `actor_name` text NOT NULL DEFAULT (''), `at` datetime NOT NULL, `user_id` text NOT NULL, CONSTRAINT `access_events_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE);
-- create index "accessevent_user_id_sequence" to table: "access_events"
CREATE UNIQUE INDEX `accessevent_user_id_sequence` ON `access_events` (`user_id`, `sequence`);
-- create "address_claims" table
CREATE TABLE `address_claims` (`id` text NOT NULL, `address` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `address_claims_kind` CHECK (id IN ('login:' || address, 'shared:' || address)));
-- create index "addressclaim_address" to table: "address_claims"
CREATE UNIQUE INDEX `addressclaim_address` ON `address_claims` (`address`);
-- create "audit_entries" table
CREATE TABLE `audit_entries` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `at` datetime NOT NULL, `action` text NOT NULL, `actor_id` text NOT NULL DEFAULT (''), `organization_id` text NOT NULL DEFAULT (''), `mailbox_id` text NOT NULL DEFAULT (''), `subject_id` text NOT NULL DEFAULT (''), `detail` text NOT NULL DEFAULT ('{}'), `previous_hash` blob NOT NULL, `hash` blob NOT NULL);
-- create index "auditentry_organization_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_organization_id_id` ON `audit_entries` (`organization_id`, `id`);
-- create index "auditentry_mailbox_id_id" to table: "audit_entries"
CREATE INDEX `auditentry_mailbox_id_id` ON `audit_entries` (`mailbox_id`, `id`);
-- create index "auditentry_hash" to table: "audit_entries"
CREATE UNIQUE INDEX `auditentry_hash` ON `audit_entries` (`hash`);
-- create index "auditentry_previous_hash" to table: "audit_entries"
CREATE UNIQUE INDEX `auditentry_previous_hash` ON `audit_entries` (`previous_hash`);
-- create "folders" table
CREATE TABLE `folders` (`id` text NOT NULL, `role` text NULL, `name` text NOT NULL, `total` integer NOT NULL DEFAULT (0), `unread` integer NOT NULL DEFAULT (0), `mailbox_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `folders_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE);
-- create index "folder_mailbox_id_role" to table: "folders"
CREATE UNIQUE INDEX `folder_mailbox_id_role` ON `folders` (`mailbox_id`, `role`);
-- create index "folder_mailbox_id_name" to table: "folders"
CREATE UNIQUE INDEX `folder_mailbox_id_name` ON `folders` (`mailbox_id`, `name`);
-- create "grants" table
CREATE TABLE `grants` (`id` text NOT NULL, `permissions` integer NOT NULL, `address` text NOT NULL, `personal` bool NOT NULL DEFAULT (false), `requires_second_factor` bool NOT NULL DEFAULT (false), `starts_at` datetime NULL, `expires_at` datetime NULL, `given_at` datetime NOT NULL, `last_used_at` datetime NULL, `revoked_at` datetime NULL, `ended_as` text NULL, `mailbox_id` text NOT NULL, `user_id` text NOT NULL, `organization_id` text NOT NULL, `giver_id` text NULL, `claim_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `grants_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE, CONSTRAINT `grants_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `grants_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `grants_users_giver` FOREIGN KEY (`giver_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `grants_address_claims_claim` FOREIGN KEY (`claim_id`) REFERENCES `address_claims` (`id`) ON DELETE NO ACTION, CONSTRAINT `grants_claim_kind` CHECK (claim_id IS NULL OR (personal AND claim_id = 'login:' || address) OR (NOT personal AND claim_id = 'shared:' || address)), CONSTRAINT `grants_end_has_reason` CHECK ((revoked_at IS NULL) = (ended_as IS NULL)), CONSTRAINT `grants_live_holds_claim` CHECK ((revoked_at IS NULL) = (claim_id IS NOT NULL)));
-- create index "grant_mailbox_id_user_id" to table: "grants"
CREATE UNIQUE INDEX `grant_mailbox_id_user_id` ON `grants` (`mailbox_id`, `user_id`) WHERE revoked_at IS NULL;
-- create index "grant_user_id" to table: "grants"
CREATE INDEX `grant_user_id` ON `grants` (`user_id`) WHERE revoked_at IS NULL;
-- create index "grant_claim_id" to table: "grants"
CREATE INDEX `grant_claim_id` ON `grants` (`claim_id`) WHERE revoked_at IS NULL;
-- create index "grant_expires_at" to table: "grants"
CREATE INDEX `grant_expires_at` ON `grants` (`expires_at`) WHERE revoked_at IS NULL;
-- create index "grant_starts_at" to table: "grants"
CREATE INDEX `grant_starts_at` ON `grants` (`starts_at`) WHERE revoked_at IS NULL AND starts_at IS NOT NULL;
-- create "invitations" table
CREATE TABLE `invitations` (`id` text NOT NULL, `address` text NOT NULL, `token_hash` blob NOT NULL, `token_sealed` blob NOT NULL, `email` text NULL, `bound` bool NOT NULL DEFAULT (false), `permissions` integer NOT NULL, `requires_second_factor` bool NOT NULL DEFAULT (false), `expires_at` datetime NOT NULL, `grant_expires_at` datetime NULL, `note` text NOT NULL DEFAULT (''), `language` text NOT NULL DEFAULT ('EN'), `created_at` datetime NOT NULL, `sent_at` datetime NULL, `closed_at` datetime NULL, `closed_as` text NULL, `mailbox_id` text NOT NULL, `inviter_id` text NOT NULL, `accepted_by_id` text NULL, `claim_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `invitations_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE, CONSTRAINT `invitations_users_inviter` FOREIGN KEY (`inviter_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `invitations_users_accepted_by` FOREIGN KEY (`accepted_by_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION, CONSTRAINT `invitations_address_claims_claim` FOREIGN KEY (`claim_id`) REFERENCES `address_claims` (`id`) ON DELETE NO ACTION, CONSTRAINT `invitations_accepted_by_person` CHECK ((accepted_by_id IS NOT NULL) = (closed_as IS NOT NULL AND closed_as = 'ACCEPTED')), CONSTRAINT `invitations_bound_has_email` CHECK (NOT bound OR email IS NOT NULL), CONSTRAINT `invitations_claim_kind` CHECK (claim_id IS NULL OR claim_id = 'shared:' || address), CONSTRAINT `invitations_close_has_reason` CHECK ((closed_at IS NULL) = (closed_as IS NULL)), CONSTRAINT `invitations_open_holds_claim` CHECK ((closed_at IS NULL) = (claim_id IS NOT NULL)));
-- create index "invitation_token_hash" to table: "invitations"
CREATE UNIQUE INDEX `invitation_token_hash` ON `invitations` (`token_hash`);
-- create index "invitation_mailbox_id_created_at" to table: "invitations"
CREATE INDEX `invitation_mailbox_id_created_at` ON `invitations` (`mailbox_id`, `created_at`) WHERE closed_at IS NULL;
-- create index "invitation_claim_id" to table: "invitations"
CREATE INDEX `invitation_claim_id` ON `invitations` (`claim_id`) WHERE closed_at IS NULL;
-- create index "invitation_expires_at" to table: "invitations"
CREATE INDEX `invitation_expires_at` ON `invitations` (`expires_at`) WHERE closed_at IS NULL;
-- create "mail_domains" table
CREATE TABLE `mail_domains` (`id` text NOT NULL, `name` text NOT NULL, `created_at` datetime NOT NULL, `mail_service_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mail_domains_mail_services_mail_service` FOREIGN KEY (`mail_service_id`) REFERENCES `mail_services` (`id`) ON DELETE CASCADE);
-- create index "maildomain_name" to table: "mail_domains"
CREATE UNIQUE INDEX `maildomain_name` ON `mail_domains` (`name`);
-- create index "maildomain_mail_service_id" to table: "mail_domains"
CREATE INDEX `maildomain_mail_service_id` ON `mail_domains` (`mail_service_id`);
-- create "mail_services" table
CREATE TABLE `mail_services` (`id` text NOT NULL, `name` text NOT NULL, `default_permissions` integer NOT NULL DEFAULT (55), `created_at` datetime NOT NULL, `organization_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mail_services_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE CASCADE);
-- create index "mailservice_organization_id" to table: "mail_services"
CREATE INDEX `mailservice_organization_id` ON `mail_services` (`organization_id`);
-- create "mailboxes" table
CREATE TABLE `mailboxes` (`id` text NOT NULL, `address` text NOT NULL, `kind` text NOT NULL DEFAULT ('HOSTED'), `stored_bytes` integer NOT NULL DEFAULT (0), `last_message_at` datetime NULL, `event_sequence` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `organization_id` text NOT NULL, `mail_service_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mailboxes_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE NO ACTION, CONSTRAINT `mailboxes_mail_services_mail_service` FOREIGN KEY (`mail_service_id`) REFERENCES `mail_services` (`id`) ON DELETE NO ACTION);
-- create index "mailbox_address" to table: "mailboxes"
CREATE UNIQUE INDEX `mailbox_address` ON `mailboxes` (`address`);
-- create index "mailbox_organization_id_address" to table: "mailboxes"
CREATE INDEX `mailbox_organization_id_address` ON `mailboxes` (`organization_id`, `address`);
-- create index "mailbox_mail_service_id_address" to table: "mailboxes"
CREATE INDEX `mailbox_mail_service_id_address` ON `mailboxes` (`mail_service_id`, `address`);
-- create "mailbox_events" table
CREATE TABLE `mailbox_events` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `sequence` integer NOT NULL, `kind` text NOT NULL, `message_ids` json NOT NULL, `thread_ids` json NOT NULL, `gone_thread_ids` json NOT NULL, `folder_ids` json NOT NULL, `at` datetime NOT NULL, `mailbox_id` text NOT NULL, CONSTRAINT `mailbox_events_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE);
-- create index "mailboxevent_mailbox_id_sequence" to table: "mailbox_events"
CREATE UNIQUE INDEX `mailboxevent_mailbox_id_sequence` ON `mailbox_events` (`mailbox_id`, `sequence`);
-- create "members" table
CREATE TABLE `members` (`id` text NOT NULL, `role` text NOT NULL, `joined_at` datetime NOT NULL, `organization_id` text NOT NULL, `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `members_organizations_organization` FOREIGN KEY (`organization_id`) REFERENCES `organizations` (`id`) ON DELETE CASCADE, CONSTRAINT `members_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE NO ACTION);
-- create index "member_organization_id_user_id" to table: "members"
CREATE UNIQUE INDEX `member_organization_id_user_id` ON `members` (`organization_id`, `user_id`);
-- create index "member_user_id" to table: "members"
CREATE INDEX `member_user_id` ON `members` (`user_id`);
-- create "messages" table
CREATE TABLE `messages` (`id` text NOT NULL, `digest` blob NOT NULL, `internet_message_id` text NOT NULL DEFAULT (''), `subject` text NOT NULL, `from_addresses` json NOT NULL, `to_addresses` json NOT NULL, `cc_addresses` json NOT NULL, `reply_to_addresses` json NOT NULL, `snippet` text NOT NULL DEFAULT (''), `sent_at` datetime NULL, `received_at` datetime NOT NULL, `size` integer NOT NULL, `seen` bool NOT NULL DEFAULT (false), `starred` bool NOT NULL DEFAULT (false), `plain_text` bool NOT NULL DEFAULT (true), `remote_images` integer NOT NULL DEFAULT (0), `attachments` json NOT NULL, `defects` json NOT NULL, `trace` blob NULL, `mailbox_id` text NOT NULL, `thread_id` text NOT NULL, `folder_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `messages_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE, CONSTRAINT `messages_threads_thread` FOREIGN KEY (`thread_id`) REFERENCES `threads` (`id`) ON DELETE NO ACTION, CONSTRAINT `messages_folders_folder` FOREIGN KEY (`folder_id`) REFERENCES `folders` (`id`) ON DELETE NO ACTION);
-- create index "message_mailbox_id_digest" to table: "messages"
CREATE UNIQUE INDEX `message_mailbox_id_digest` ON `messages` (`mailbox_id`, `digest`);
-- create index "message_thread_id_received_at" to table: "messages"
CREATE INDEX `message_thread_id_received_at` ON `messages` (`thread_id`, `received_at`);
-- create index "message_folder_id_received_at" to table: "messages"
CREATE INDEX `message_folder_id_received_at` ON `messages` (`folder_id`, `received_at`);
-- create index "message_digest" to table: "messages"
CREATE INDEX `message_digest` ON `messages` (`digest`);
-- create "organizations" table
CREATE TABLE `organizations` (`id` text NOT NULL, `name` text NOT NULL, `created_at` datetime NOT NULL, PRIMARY KEY (`id`));
-- create "sessions" table
CREATE TABLE `sessions` (`id` text NOT NULL, `token_hash` blob NOT NULL, `created_at` datetime NOT NULL, `last_seen_at` datetime NOT NULL, `expires_at` datetime NOT NULL, `stepped_up_until` datetime NULL, `ended_at` datetime NULL, `user_agent` text NOT NULL DEFAULT (''), `remote_address` text NOT NULL DEFAULT (''), `user_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_users_user` FOREIGN KEY (`user_id`) REFERENCES `users` (`id`) ON DELETE CASCADE);
-- create index "session_token_hash" to table: "sessions"
CREATE UNIQUE INDEX `session_token_hash` ON `sessions` (`token_hash`);
-- create index "session_user_id" to table: "sessions"
CREATE INDEX `session_user_id` ON `sessions` (`user_id`);
-- create "threads" table
CREATE TABLE `threads` (`id` text NOT NULL, `subject` text NOT NULL, `snippet` text NOT NULL DEFAULT (''), `participants` json NOT NULL, `message_count` integer NOT NULL DEFAULT (0), `unread` integer NOT NULL DEFAULT (0), `starred_count` integer NOT NULL DEFAULT (0), `has_attachments` bool NOT NULL DEFAULT (false), `last_message_at` datetime NOT NULL, `merged_into_id` text NULL, `mailbox_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `threads_mailboxes_mailbox` FOREIGN KEY (`mailbox_id`) REFERENCES `mailboxes` (`id`) ON DELETE CASCADE);
-- create index "thread_mailbox_id_last_message_at" to table: "threads"
CREATE INDEX `thread_mailbox_id_last_message_at` ON `threads` (`mailbox_id`, `last_message_at`);
-- create index "thread_starred" to table: "threads"
CREATE INDEX `thread_starred` ON `threads` (`mailbox_id`, `last_message_at`, `starred_count`) WHERE starred_count > 0;
-- create index "thread_merged_into_id" to table: "threads"
CREATE INDEX `thread_merged_into_id` ON `threads` (`merged_into_id`) WHERE merged_into_id IS NOT NULL;
-- create "users" table
CREATE TABLE `users` (`id` text NOT NULL, `email` text NOT NULL, `name` text NOT NULL, `password_hash` text NOT NULL, `access_sequence` integer NOT NULL DEFAULT (0), `created_at` datetime NOT NULL, `claim_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `users_address_claims_claim` FOREIGN KEY (`claim_id`) REFERENCES `address_claims` (`id`) ON DELETE NO ACTION, CONSTRAINT `users_claim_is_login` CHECK (claim_id = 'login:' || email));
-- create index "user_email" to table: "users"
CREATE UNIQUE INDEX `user_email` ON `users` (`email`);
