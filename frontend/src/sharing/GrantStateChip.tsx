import CalendarClock from 'lucide-react/icons/calendar-clock';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import { shortDate } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Chip } from '../ui/Chip';

interface GrantStateChipProps {
  state: string;
  startsAt: string | null | undefined;
  /** Whether its user has a second factor now. */
  hasFactor: boolean;
}

/** Whether access works now. */
export function GrantStateChip({ state, startsAt, hasFactor }: GrantStateChipProps) {
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
      <span className="row" data-wrap data-gap="1">
        <Chip tone="success" icon={Check}>
          {t('sharing.active')}
        </Chip>
        {hasFactor && <Chip detail={t('sharing.hasFactorHelp')}>{t('sharing.hasFactor')}</Chip>}
      </span>
    );
  }
  if (state === 'NEEDS_SECOND_FACTOR') {
    return (
      <Chip tone="warning" icon={ShieldAlert} detail={t('sharing.needsFactorHelp')}>
        {t('sharing.needsFactor')}
      </Chip>
    );
  }
  return (
    <Chip tone="danger" icon={Clock}>
      {t('sharing.expired')}
    </Chip>
  );
}
