import { list } from '../i18n/format';
import type { Translation } from '../i18n/translation';
import { factsOf, notInWords, settingsInWords } from './mayDo';
import type { Permission } from './permissions';

/** What somebody will be able to do, as parts of one sentence: "read the mail of info@…, delete it, and send as info@…". */
export function ableTo(held: readonly Permission[], address: string, translation: Translation): string {
  const facts = factsOf(held);
  const values = { address, things: settingsInWords(facts, translation) };
  return list(
    translation.language,
    facts.may.map((fact) => translation.t(`sharing.able.${fact}`, values)),
  );
}

/** What they will not: "Not: delete mail, invite others"; null when nothing is missing. */
export const notAbleTo = (held: readonly Permission[], translation: Translation): string | null =>
  notInWords(factsOf(held), translation);

/** One permission as something one does: "delete mail in info@…". */
export function doing(permission: Permission, address: string, { t }: Translation): string {
  switch (permission) {
    case 'READ':
    case 'ORGANIZE':
    case 'DELETE':
    case 'EXPORT':
    case 'DRAFT':
    case 'SEND_ON_BEHALF':
    case 'SEND_AS':
    case 'VIEW_ACTIVITY':
    case 'RESTORE':
    case 'SHARE':
      return t(`sharing.do.${permission}`, { address });
    default:
      return t('sharing.do.SETTING', { address, thing: t(`permission.inline.${permission}`) });
  }
}

/** Says what a change does to somebody: one permission by its name, several at once. */
export function changeInWords(
  change: { name: string; address: string; before: readonly Permission[]; after: readonly Permission[] },
  translation: Translation,
): string {
  const { name, address, before, after } = change;
  const given = after.filter((permission) => !before.includes(permission));
  const taken = before.filter((permission) => !after.includes(permission));
  const [first] = [...given, ...taken];
  if (first === undefined || given.length + taken.length > 1) {
    return translation.t('sharing.changed', { name, address });
  }
  const what = doing(first, address, translation);
  return translation.t(given.length > 0 ? 'sharing.canNow' : 'sharing.canNoLonger', { name, what });
}
