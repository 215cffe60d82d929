import ShieldCheck from 'lucide-react/icons/shield-check';
import { useState } from 'react';
import { call } from '../api/post';
import { asRefusal, type Code, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { href, secondFactorHref, signInHref } from '../href';
import { longDate, shortDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { MayDoList } from '../sharing/MayDoList';
import type { Account } from '../sign-in/accounts';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { ButtonAnchor } from '../ui/ButtonAnchor';
import { Face, Person } from '../ui/Face';
import { Panel, PanelActions } from '../ui/PublicPage';
import { RadioCards } from '../ui/RadioCards';
import { accept } from './accept';
import { CannotAccept } from './ends';
import { ForAnother } from './ForAnother';
import styles from './Offer.module.css';
import type { Preview, Person as Viewer } from './preview';
import { WhoIsSignedIn } from './WhoIsSignedIn';

const DECLINE = 'mutation ($input: DeclineInvitationInput!) { declineInvitation(input: $input) { declined } }';

// Not an end: it can be met, and the invitation waits.
const SECOND_FACTOR = 'SECOND_FACTOR_REQUIRED';

// What may have changed since the page was opened.
const STALE: ReadonlySet<Code> = new Set([
  'INVITATION_INVALID',
  'ALREADY_HAS_ACCESS',
  'SECOND_FACTOR_REQUIRED',
  'INVITATION_FOR_ANOTHER_ADDRESS',
]);

interface OfferProps {
  token: string;
  viewer: Viewer | null;
  accounts: readonly Account[];
  preview: Preview;
  onDeclined: () => void;
  onStale: () => void;
}

/** A pending invitation: who invites, to what, with which rights, and the answer. */
export function Offer(props: OfferProps) {
  const { token, viewer, accounts, preview, onStale } = props;
  if (!viewer) return <SignedOut token={token} preview={preview} />;
  if (preview.canAccept?.code === 'INVITATION_FOR_ANOTHER_ADDRESS') {
    return <ForAnother token={token} viewer={viewer} accounts={accounts} preview={preview} onSwitched={onStale} />;
  }
  if (preview.canAccept && !preview.canAccept.allowed && preview.canAccept.code !== SECOND_FACTOR) {
    return <CannotAccept preview={preview} reason={preview.canAccept.reason} wayOut={preview.canAccept.wayOut} />;
  }
  return <SignedIn key={viewer.email} {...props} viewer={viewer} />;
}

function SignedIn(props: OfferProps & { viewer: Viewer }) {
  const { token, viewer, accounts, preview, onDeclined, onStale } = props;
  const { t } = useTranslation();
  const say = useRefusalText();
  const [organization, setOrganization] = useState(preview.organizations[0]?.id ?? null);
  const [busy, setBusy] = useState<'accept' | 'decline' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const needsFactor = preview.canAccept?.code === SECOND_FACTOR;

  const answer = async (which: 'accept' | 'decline', act: () => Promise<void>) => {
    if (busy) return;
    setBusy(which);
    setRefusal(null);
    try {
      await act();
    } catch (thrown) {
      const { code } = asRefusal(thrown);
      if (STALE.has(code)) onStale();
      else setRefusal(asRefusal(thrown));
      setBusy(null);
    }
  };
  const decline = () =>
    answer('decline', async () => {
      await call(DECLINE, { input: { token } });
      onDeclined();
    });

  return (
    <Panel strip={<WhoIsSignedIn token={token} viewer={viewer} accounts={accounts} onSwitched={onStale} />}>
      <WhoInvites preview={preview} />
      <WhatIsOffered preview={preview} />
      {!needsFactor && preview.organizations.length > 1 && (
        <RadioCards
          legend={t('invitation.showUnder')}
          stacked
          value={organization}
          onChange={setOrganization}
          cards={preview.organizations.map(({ id, name, role, memberCount }) => ({
            value: id,
            name,
            help:
              role === 'OWNER' && memberCount === 1
                ? t('invitation.yourOwn')
                : t(role === 'OWNER' ? 'invitation.owner' : 'invitation.member', { count: memberCount }),
          }))}
        />
      )}
      {needsFactor && (
        <Banner tone="warning" icon={ShieldCheck}>
          <strong>{t('invitation.secondFactorTitle')}</strong> {t('invitation.secondFactorText')}
        </Banner>
      )}
      {refusal && <Banner tone="danger">{say(refusal)}</Banner>}
      <PanelActions sticky>
        {needsFactor ? (
          <ButtonAnchor kind="primary" size="large" href={secondFactorHref(href.invitation({ token }))}>
            {t('invitation.setUpSecondFactor')}
          </ButtonAnchor>
        ) : (
          <Button
            kind="primary"
            size="large"
            busy={busy === 'accept'}
            onClick={() => void answer('accept', () => accept(token, organization))}
          >
            {t('invitation.accept')}
          </Button>
        )}
        <Button size="large" busy={busy === 'decline'} onClick={() => void decline()}>
          {t('invitation.decline')}
        </Button>
      </PanelActions>
    </Panel>
  );
}

function SignedOut({ token, preview }: { token: string; preview: Preview }) {
  const { t, language } = useTranslation();
  const back = href.invitation({ token });
  return (
    <Panel>
      <WhoInvites preview={preview} />
      <WhatIsOffered preview={preview} />
      <div className={styles.answer}>
        <PanelActions>
          <ButtonAnchor kind="primary" size="large" href={signInHref(back)}>
            {t('invitation.signIn')}
          </ButtonAnchor>
          <ButtonAnchor size="large" href={href.signUp({ token })}>
            {t('invitation.newHere')}
          </ButtonAnchor>
        </PanelActions>
        <p className={styles.help}>
          {t('invitation.staysOpen', { date: shortDate(language, new Date(preview.expiresAt)) })}
        </p>
      </div>
    </Panel>
  );
}

function WhoInvites({ preview }: { preview: Preview }) {
  const { invitedByName, invitedByEmail, organizationName, note } = preview;
  return (
    <div className={styles.who}>
      <h1 className="display">
        <Words of="invitation.title" values={{ name: invitedByName, address: <Address of={preview.address} /> }} />
      </h1>
      <Person
        face={<Face name={invitedByName} tintBy={invitedByEmail} />}
        name={<Words of="invitation.from" values={{ name: invitedByName, organization: organizationName }} />}
        detail={<Address of={invitedByEmail} />}
      />
      {note && <blockquote className={styles.note}>{note}</blockquote>}
    </div>
  );
}

function WhatIsOffered({ preview }: { preview: Preview }) {
  const { t, language } = useTranslation();
  const until = preview.grantExpiresAt
    ? t('invitation.until', { date: longDate(language, new Date(preview.grantExpiresAt)) })
    : t('invitation.noEnd');
  return (
    <div className={styles.offered}>
      <h2>{t('invitation.mayTitle')}</h2>
      <MayDoList
        address={preview.address}
        permissions={preview.permissions}
        until={until}
        condition={preview.requiresSecondFactor ? t('invitation.secondFactor') : null}
      />
    </div>
  );
}
