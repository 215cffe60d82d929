import type { SignUp } from './api';

/** The screens, in order. Two belong to the first group of questions and three to the last. */
export type Screen = 'email' | 'code' | 'profile' | 'contact' | 'factor' | 'app' | 'recovery';

const GROUPS: readonly (readonly Screen[])[] = [
  ['email', 'code'],
  ['profile'],
  ['contact'],
  ['factor', 'app', 'recovery'],
];

export const GROUP_COUNT = GROUPS.length;

/** Which group of questions a screen belongs to, counted from 1: "2 of 4". */
export const groupOf = (screen: Screen): number => GROUPS.findIndex((group) => group.includes(screen)) + 1;

/** The screen of the first step that is still open. */
export function screenOf(signUp: Pick<SignUp, 'step'>): Screen {
  switch (signUp.step) {
    case 'EMAIL_CODE':
      return 'code';
    case 'PROFILE':
      return 'profile';
    case 'CONTACT':
      return 'contact';
    case 'SECOND_FACTOR':
      return 'factor';
  }
}

/** Where Back leads; null where there is none. A proven address isn't proved again, and an account that exists isn't unmade. */
export function before(screen: Screen): Screen | null {
  switch (screen) {
    case 'email':
    case 'recovery':
      return null;
    case 'code':
    case 'profile':
      return 'email';
    case 'contact':
      return 'profile';
    case 'factor':
      return 'contact';
    case 'app':
      return 'factor';
  }
}

const PREFIX = 'latchkey.signUp.';

// A link can be long: its end tells it from every other, and is of no use without the rest.
const keyOf = (invitation: string): string => PREFIX + invitation.slice(-8);

/** The sign-up that was begun on this device with an invitation, so that it can go on after a pause. */
export const kept = {
  token: (invitation: string): string | null => localStorage.getItem(keyOf(invitation)),
  keep: (invitation: string, token: string): void => localStorage.setItem(keyOf(invitation), token),
  forget: (invitation: string): void => localStorage.removeItem(keyOf(invitation)),
};

/** The country that this browser is set to, for a number without a country code; null when it doesn't say. */
export function regionOf(tags: readonly string[] = navigator.languages): string | null {
  for (const tag of tags) {
    const { region } = new Intl.Locale(tag);
    if (region && /^[A-Z]{2}$/.test(region)) return region;
  }
  return null;
}
