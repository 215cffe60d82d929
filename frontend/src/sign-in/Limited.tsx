import Hourglass from 'lucide-react/icons/hourglass';
import type { ReactNode } from 'react';
import { useTranslation } from '../i18n/translation';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Panel } from '../ui/PublicPage';
import { minutesAndSeconds, useCountdown } from '../ui/useCountdown';

interface LimitedProps {
  email: string;
  /** In ms since 1970, as the server said. */
  until: number;
  onOver: () => void;
  /** Another way in, that doesn't have to wait. */
  children?: ReactNode;
}

/** Too many tries: how long it rests, counted down, and what to do meanwhile. */
export default function Limited({ email, until, onOver, children }: LimitedProps) {
  const { t } = useTranslation();
  const left = useCountdown(until);
  return (
    <Panel narrow>
      <Notice
        icon={Hourglass}
        title={t('signIn.limitedTitle')}
        actions={
          <>
            {children}
            <Button
              kind="primary"
              size="large"
              wide
              disabledReason={left > 0 ? t('signIn.limitedFor', { time: minutesAndSeconds(left) }) : null}
              onClick={onOver}
            >
              {t('ui.tryAgain')}
            </Button>
          </>
        }
      >
        <p>{t('signIn.limitedText', { email })}</p>
      </Notice>
    </Panel>
  );
}
