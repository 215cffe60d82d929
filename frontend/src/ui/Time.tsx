import { ago, exactTime, listTime, shortDate } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { tip } from './tip';

const formats = { ago, list: listTime, date: shortDate } as const;

/** An instant (RFC 3339) as people say it, with the exact one on hover. */
export function Time({ at, as = 'ago' }: { at: string; as?: keyof typeof formats }) {
  const { language } = useTranslation();
  const date = new Date(at);
  return (
    <time dateTime={at} {...tip(exactTime(language, date))}>
      {formats[as](language, date)}
    </time>
  );
}
