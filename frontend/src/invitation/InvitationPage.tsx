import { Suspense, use, useEffect, useState } from 'react';
import { Boundary } from '../api/Boundary';
import { useTranslation } from '../i18n/translation';
import { Panel } from '../ui/PublicPage';
import { Skeleton } from '../ui/Skeleton';
import { Declined, Ended, Invalid, Yours } from './ends';
import { Offer } from './Offer';
import { type Loaded, loadInvitation } from './preview';

/** What opens behind an invitation's link. Opening it changes nothing. */
export default function InvitationPage() {
  const { t } = useTranslation();
  const token = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  const [loading, setLoading] = useState(() => loadInvitation(token));
  useEffect(() => {
    document.title = `${t('invitation.pageTitle')} · Latchkey`;
  }, [t]);
  const reload = () => setLoading(loadInvitation(token));
  return (
    <Boundary onRetry={reload}>
      <Suspense
        fallback={
          <Panel>
            <Skeleton lines={6} />
          </Panel>
        }
      >
        <Invitation token={token} loading={loading} onStale={reload} />
      </Suspense>
    </Boundary>
  );
}

interface InvitationProps {
  token: string;
  loading: Promise<Loaded>;
  /** The invitation changed meanwhile, or who looks at it: ask again what it is now. */
  onStale: () => void;
}

function Invitation({ token, loading, onStale }: InvitationProps) {
  const { viewer, accounts, preview } = use(loading);
  const [declined, setDeclined] = useState(false);
  if (!preview) return <Invalid />;
  if (declined) return <Declined preview={preview} />;
  if (preview.mailbox && preview.state !== 'WITHDRAWN') return <Yours address={preview.mailbox.address} />;
  if (preview.state !== 'PENDING') return <Ended preview={preview} />;
  return (
    <Offer
      token={token}
      viewer={viewer}
      accounts={accounts}
      preview={preview}
      onDeclined={() => setDeclined(true)}
      onStale={onStale}
    />
  );
}
