import { list, oneOf } from '../i18n/format';
import type { Translation } from '../i18n/translation';
import { type Permission, permissionGroups } from './permissions';

type Setting = (typeof permissionGroups.SETTINGS | typeof permissionGroups.SENSITIVE)[number];
const settings: readonly Setting[] = [...permissionGroups.SETTINGS, ...permissionGroups.SENSITIVE];

type Writing = 'draft' | 'draftAndOnBehalf' | 'draftAndAs' | 'draftAndBoth' | 'onBehalf' | 'as' | 'both';

/** Something a set of permissions allows, as people would say it. */
type May =
  | Writing
  | 'read'
  | 'readAndOrganize'
  | 'delete'
  | 'settings'
  | 'allSettings'
  | 'export'
  | 'viewActivity'
  | 'restore'
  | 'share';

/** What is missed most, where it is not allowed. */
type MayNot = 'organize' | 'delete' | 'write' | 'send' | 'settings' | 'forward' | 'share';

interface Facts {
  may: May[];
  not: MayNot[];
  /** The settings that may be changed, where not all of them may. */
  settings: Setting[];
}

/** What a set of permissions comes to. Every sentence about permissions is made of this. */
export function factsOf(held: readonly Permission[]): Facts {
  const has = (...asked: Permission[]) => asked.some((permission) => held.includes(permission));
  const may: May[] = [];
  const not: MayNot[] = [];

  if (has('READ')) may.push(has('ORGANIZE') ? 'readAndOrganize' : 'read');
  if (!has('ORGANIZE')) not.push('organize');
  if (has('DELETE')) may.push('delete');
  else not.push('delete');
  const writing = writingOf(has('DRAFT'), has('SEND_ON_BEHALF'), has('SEND_AS'));
  if (writing) may.push(writing);
  if (!has('SEND_ON_BEHALF', 'SEND_AS')) not.push(has('DRAFT') ? 'send' : 'write');

  const changeable = settings.filter((setting) => has(setting));
  if (changeable.length === settings.length) may.push('allSettings');
  else if (changeable.length > 0) may.push('settings');
  else not.push('settings');
  if (changeable.length > 0 && !has('MANAGE_FORWARDING')) not.push('forward');

  if (has('EXPORT')) may.push('export');
  if (has('VIEW_ACTIVITY')) may.push('viewActivity');
  if (has('RESTORE')) may.push('restore');
  if (has('SHARE')) may.push('share');
  else not.push('share');
  return { may, not, settings: changeable };
}

function writingOf(draft: boolean, onBehalf: boolean, as: boolean): Writing | null {
  if (onBehalf && as) return draft ? 'draftAndBoth' : 'both';
  if (onBehalf) return draft ? 'draftAndOnBehalf' : 'onBehalf';
  if (as) return draft ? 'draftAndAs' : 'as';
  return draft ? 'draft' : null;
}

/** The settings of some facts, listed: "signatures and rules". */
export function settingsInWords({ settings: changeable }: Facts, { t, language }: Translation): string {
  return list(
    language,
    changeable.map((setting) => t(`permission.inline.${setting}`)),
  );
}

interface MayDo {
  /** What is allowed, a sentence each. */
  may: string[];
  /** What is missed most among the rest, in one sentence; null when nothing of it is missing. */
  not: string | null;
}

/** Says a set of permissions in plain words, for the person who has it or is offered it. */
export function mayDo(held: readonly Permission[], address: string, translation: Translation): MayDo {
  const { t } = translation;
  const facts = factsOf(held);
  const values = { address, things: settingsInWords(facts, translation) };
  return {
    may: facts.may.map((fact) => t(`permission.may.${fact}`, values)),
    not: notInWords(facts, translation),
  };
}

/** "Not: delete mail or invite others", or null when nothing is missing. */
export function notInWords({ not }: Facts, { t, language }: Translation): string | null {
  if (not.length === 0) return null;
  const things = oneOf(
    language,
    not.map((fact) => t(`permission.not.${fact}`)),
  );
  return t('permission.not', { things });
}
