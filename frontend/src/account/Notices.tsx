import Handshake from 'lucide-react/icons/handshake';
import ShieldAlert from 'lucide-react/icons/shield-exclamation-point';
import X from 'lucide-react/icons/x';
import { type ReactNode, Suspense, useState } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { NoticesSecurityQuery } from '../__generated__/NoticesSecurityQuery.graphql';
import type { NoticesWelcomeQuery } from '../__generated__/NoticesWelcomeQuery.graphql';
import { href } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { knownPermissions } from '../sharing/permissions';
import { ableTo } from '../sharing/sentence';
import { Banner } from '../ui/Banner';
import { ButtonLink } from '../ui/ButtonLink';
import { IconButton } from '../ui/IconButton';

const WELCOME = 'latchkey.welcome'; // the address that was just accepted, until its banner is put away

/** What somebody should know who comes to Mail or Manager: whose mailbox was just opened to them, and what waits for a second factor. */
export function Notices() {
  const [welcome, setWelcome] = useState(() => sessionStorage.getItem(WELCOME));
  const [quiet, setQuiet] = useState(false);
  const dismissWelcome = () => {
    sessionStorage.removeItem(WELCOME);
    setWelcome(null);
  };
  return (
    <Suspense>
      {welcome && <Welcome address={welcome} onDismiss={dismissWelcome} />}
      {!quiet && <Waiting onDismiss={() => setQuiet(true)} />}
    </Suspense>
  );
}

interface NoticeProps {
  onDismiss: () => void;
}

function Dismissible({ onDismiss, children }: NoticeProps & { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <span className="row">
      {children}
      <IconButton size="small" icon={X} label={t('ui.dismiss')} onClick={onDismiss} />
    </span>
  );
}

function Welcome({ address, onDismiss }: NoticeProps & { address: string }) {
  const translation = useTranslation();
  const { t } = translation;
  const { viewer } = useLazyLoadQuery<NoticesWelcomeQuery>(welcomeQuery, { address });
  const mailbox = viewer?.mailbox;
  if (!mailbox) return null;
  const name = mailbox.viewerAccess?.sharedBy?.name;
  const things = ableTo(knownPermissions(mailbox.viewerPermissions), address, translation);
  return (
    <Banner tone="accent" icon={Handshake} edge action={<Dismissible onDismiss={onDismiss} />}>
      <Words
        of={name ? 'account.welcome' : 'account.welcomeAlone'}
        values={{ name: name ?? '', address: <strong className="address">{address}</strong> }}
      />{' '}
      {things && t('account.youCan', { things })}
    </Banner>
  );
}

function Waiting({ onDismiss }: NoticeProps) {
  const { t } = useTranslation();
  const { viewer } = useLazyLoadQuery<NoticesSecurityQuery>(securityQuery, {}, { fetchPolicy: 'store-and-network' });
  const [first, ...others] = viewer && !viewer.security.hasSecondFactor ? viewer.security.demands : [];
  if (!first) return null;
  return (
    <Banner
      tone="warning"
      icon={ShieldAlert}
      edge
      action={
        <Dismissible onDismiss={onDismiss}>
          <ButtonLink size="small" href={href.accountSecurity()}>
            {t('account.toSecurity')}
          </ButtonLink>
        </Dismissible>
      }
    >
      {t('account.waits', { count: others.length + 1, what: first.address || first.organizationName })}
    </Banner>
  );
}

const welcomeQuery = graphql`
  query NoticesWelcomeQuery($address: String!) {
    viewer {
      mailbox(address: $address) {
        id
        viewerPermissions
        viewerAccess {
          sharedBy {
            id
            name
          }
        }
      }
    }
  }
`;

const securityQuery = graphql`
  query NoticesSecurityQuery {
    viewer {
      security {
        hasSecondFactor
        demands {
          address
          organizationName
        }
      }
    }
  }
`;
