import type account from './messages/en/account.json';
import type credentials from './messages/en/credentials.json';
import type errors from './messages/en/errors.json';
import type invitation from './messages/en/invitation.json';
import type mail from './messages/en/mail.json';
import type mailParts from './messages/en/mail-parts.json';
import type manager from './messages/en/manager.json';
import type permission from './messages/en/permission.json';
import type privacy from './messages/en/privacy.json';
import type reset from './messages/en/reset.json';
import type secondFactor from './messages/en/second-factor.json';
import type setup from './messages/en/setup.json';
import type sharing from './messages/en/sharing.json';
import type signIn from './messages/en/sign-in.json';
import type signUp from './messages/en/sign-up.json';
import type terms from './messages/en/terms.json';
import type ui from './messages/en/ui.json';

/** Every message there is, so that a key that doesn't exist fails the build. */
export type Key =
  | keyof typeof account
  | keyof typeof credentials
  | keyof typeof errors
  | keyof typeof invitation
  | keyof typeof mail
  | keyof typeof mailParts
  | keyof typeof manager
  | keyof typeof permission
  | keyof typeof privacy
  | keyof typeof reset
  | keyof typeof secondFactor
  | keyof typeof setup
  | keyof typeof sharing
  | keyof typeof signIn
  | keyof typeof signUp
  | keyof typeof terms
  | keyof typeof ui;
