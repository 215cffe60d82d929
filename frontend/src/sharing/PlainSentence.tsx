import { longDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { endOfDay } from './endDate';
import type { Permission } from './permissions';
import { ableTo, notAbleTo } from './sentence';

interface PlainSentenceProps {
  name: string;
  address: string;
  permissions: readonly Permission[];
  /** The last day, YYYY-MM-DD. */
  until: string | null;
}

/** What a choice means, in plain words; it changes with each tick. */
export function PlainSentence({ name, address, permissions, until }: PlainSentenceProps) {
  const translation = useTranslation();
  const { t, language } = translation;
  if (permissions.length === 0) return t('sharing.nothingChosen', { name });
  const values = { name: <strong>{name}</strong>, things: ableTo(permissions, address, translation) };
  const not = notAbleTo(permissions, translation);
  return (
    <>
      {until ? (
        <Words of="sharing.willUntil" values={{ ...values, date: longDate(language, endOfDay(until)) }} />
      ) : (
        <Words of="sharing.will" values={values} />
      )}
      {not && ` ${not}.`}
    </>
  );
}
