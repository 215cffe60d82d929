import type errors from './messages/en/errors.json';
import type invitation from './messages/en/invitation.json';
import type mail from './messages/en/mail.json';
import type manager from './messages/en/manager.json';
import type permission from './messages/en/permission.json';
import type setup from './messages/en/setup.json';
import type sharing from './messages/en/sharing.json';
import type signIn from './messages/en/sign-in.json';
import type ui from './messages/en/ui.json';

/** Every message there is, so that a key that doesn't exist fails the build. */
export type Key =
  | keyof typeof errors
  | keyof typeof invitation
  | keyof typeof mail
  | keyof typeof manager
  | keyof typeof permission
  | keyof typeof setup
  | keyof typeof sharing
  | keyof typeof signIn
  | keyof typeof ui;
