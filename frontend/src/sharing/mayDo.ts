import { list } from '../i18n/format';
import type { Key } from '../i18n/keys';
import type { Translation } from '../i18n/translation';
import { type Permission, permissionGroups } from './permissions';

interface MayDo {
  /** What is allowed, a sentence each. */
  may: string[];
  /** What is missed most among the rest, in one sentence; null when nothing of it is missing. */
  not: string | null;
}

type Setting = (typeof permissionGroups.SETTINGS | typeof permissionGroups.SENSITIVE)[number];
const settings: readonly Setting[] = [...permissionGroups.SETTINGS, ...permissionGroups.SENSITIVE];

/** Says a set of permissions in plain words, for the person who has it or is offered it. */
export function mayDo(held: readonly Permission[], address: string, { t, language }: Translation): MayDo {
  const has = (...asked: Permission[]) => asked.some((permission) => held.includes(permission));
  const may: string[] = [];
  const not: string[] = [];

  if (has('READ')) may.push(t(has('ORGANIZE') ? 'permission.may.readAndOrganize' : 'permission.may.read'));
  if (!has('ORGANIZE')) not.push(t('permission.not.organize'));
  if (has('DELETE')) may.push(t('permission.may.delete'));
  else not.push(t('permission.not.delete'));
  const writing = writingKey(has('DRAFT'), has('SEND_ON_BEHALF'), has('SEND_AS'));
  if (writing) may.push(t(writing, { address }));
  if (!has('SEND_ON_BEHALF', 'SEND_AS')) not.push(t(has('DRAFT') ? 'permission.not.send' : 'permission.not.write'));

  const changeable = settings.filter((setting) => has(setting));
  if (changeable.length === settings.length) may.push(t('permission.may.allSettings'));
  else if (changeable.length > 0) {
    const things = list(
      language,
      changeable.map((setting) => t(`permission.inline.${setting}`)),
    );
    may.push(t('permission.may.settings', { things }));
  } else not.push(t('permission.not.settings'));

  if (has('EXPORT')) may.push(t('permission.may.export'));
  if (has('VIEW_ACTIVITY')) may.push(t('permission.may.viewActivity'));
  if (has('RESTORE')) may.push(t('permission.may.restore'));
  if (has('SHARE')) may.push(t('permission.may.share'));
  else not.push(t('permission.not.share'));

  return { may, not: not.length > 0 ? t('permission.not', { things: not.join(', ') }) : null };
}

function writingKey(draft: boolean, onBehalf: boolean, as: boolean): Key | null {
  if (onBehalf && as) return draft ? 'permission.may.draftAndBoth' : 'permission.may.both';
  if (onBehalf) return draft ? 'permission.may.draftAndOnBehalf' : 'permission.may.onBehalf';
  if (as) return draft ? 'permission.may.draftAndAs' : 'permission.may.as';
  return draft ? 'permission.may.draft' : null;
}
