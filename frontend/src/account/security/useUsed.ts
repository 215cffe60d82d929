import { ago, shortDate } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';

/** "Added 3 Nov · used yesterday", for what one proves oneself with. */
export function useUsed() {
  const { t, language } = useTranslation();
  return (began: 'account.added' | 'account.setUp', at: string, lastUsedAt: string | null | undefined): string => {
    const since = t(began, { date: shortDate(language, new Date(at)) });
    return lastUsedAt ? `${since} · ${t('account.used', { when: ago(language, new Date(lastUsedAt)) })}` : since;
  };
}
