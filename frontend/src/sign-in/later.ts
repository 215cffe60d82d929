// What few people need on a given day, with its words.
import { laterMessages } from '../i18n/signInMessages';
import { withWords } from '../i18n/translation';
import { ResetPassword } from './ResetPassword';
import { SecondFactor } from './SecondFactor';

/** The later steps of signing in, as soon as they can speak. */
export const load = () => withWords(Promise.resolve({ SecondFactor, ResetPassword }), laterMessages);
