import CalendarClock from 'lucide-react/icons/calendar-clock';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import { shortDate } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Chip } from '../ui/Chip';

/** Whether access works now. */
export function GrantStateChip({ state, startsAt }: { state: string; startsAt: string | null | undefined }) {
  const { t, language } = useTranslation();
  if (state === 'SCHEDULED') {
    return (
      <Chip tone="accent" icon={CalendarClock}>
        {startsAt
          ? t('sharing.scheduledFrom', { date: shortDate(language, new Date(startsAt)) })
          : t('sharing.scheduled')}
      </Chip>
    );
  }
  if (state === 'ACTIVE') {
    return (
      <Chip tone="success" icon={Check}>
        {t('sharing.active')}
      </Chip>
    );
  }
  return (
    <Chip tone="danger" icon={Clock}>
      {t('sharing.expired')}
    </Chip>
  );
}
