import Laptop from 'lucide-react/icons/laptop';
import Smartphone from 'lucide-react/icons/smartphone';
import { graphql, useFragment } from 'react-relay/hooks';
import type { SessionRow_session$key } from '../../__generated__/SessionRow_session.graphql';
import { useTranslation } from '../../i18n/translation';
import { Button } from '../../ui/Button';
import { Chip } from '../../ui/Chip';
import { Time } from '../../ui/Time';
import { CardRow } from '../Section';

interface SessionRowProps {
  session: SessionRow_session$key;
  onEnd: (name: string) => void;
}

/** One browser: which, roughly where, and when it was last seen. */
export function SessionRow({ session: key, onEnd }: SessionRowProps) {
  const session = useFragment(fragment, key);
  const { t, language } = useTranslation();
  const { browser, system, place, remoteAddress, current } = session;
  const name =
    browser && system ? t('account.browserOn', { browser, system }) : browser || system || t('account.unknownBrowser');
  return (
    <CardRow
      icon={session.mobile ? Smartphone : Laptop}
      name={name}
      marks={current && <Chip tone="accent">{t('account.thisDevice')}</Chip>}
      detail={
        <>
          {place ? t('account.roughly', { place: placeIn(language, place) }) : remoteAddress} {'· '}
          {current ? t('account.activeNow') : <Time at={session.lastSeenAt} />}
        </>
      }
      action={
        !current && (
          <Button size="small" aria-label={t('account.endSession', { name })} onClick={() => onEnd(name)}>
            {t('account.end')}
          </Button>
        )
      }
    />
  );
}

/** "Lausanne, Switzerland". */
function placeIn(language: string, { city, country }: { city: string; country: string }): string {
  const named = country && new Intl.DisplayNames(language, { type: 'region' }).of(country);
  return [city, named].filter(Boolean).join(', ');
}

const fragment = graphql`
  fragment SessionRow_session on Session {
    current
    browser
    system
    mobile
    remoteAddress
    place {
      city
      country
    }
    lastSeenAt
  }
`;
