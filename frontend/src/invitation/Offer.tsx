import { useId, useState } from 'react';
import { call } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { useRefusalText } from '../api/useRefusalText';
import { href, signInHref } from '../href';
import { longDate, shortDate } from '../i18n/format';
import { useTranslation, Words } from '../i18n/translation';
import { MayDoList } from '../sharing/MayDoList';
import { Address } from '../ui/Address';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { ButtonLink } from '../ui/ButtonLink';
import { Face, Person } from '../ui/Face';
import { Panel, PanelActions } from '../ui/PublicPage';
import { RadioCards } from '../ui/RadioCards';
import { CannotAccept, ForAnother } from './ends';
import styles from './Offer.module.css';
import type { Person as Account, Preview } from './preview';

const ACCEPT = `mutation ($input: AcceptInvitationInput!) {
  acceptInvitation(input: $input) { mailbox { address } }
}`;
const DECLINE = 'mutation ($input: DeclineInvitationInput!) { declineInvitation(input: $input) { declined } }';

interface OfferProps {
  token: string;
  viewer: Account | null;
  preview: Preview;
  onDeclined: () => void;
  onStale: () => void;
}

/** A pending invitation: who invites, to what, with which rights, and the answer. */
export function Offer(props: OfferProps) {
  const { token, viewer, preview } = props;
  if (!viewer) return <SignedOut token={token} preview={preview} />;
  if (preview.canAccept?.code === 'INVITATION_FOR_ANOTHER_ADDRESS') {
    return <ForAnother token={token} viewer={viewer} preview={preview} />;
  }
  if (preview.canAccept && !preview.canAccept.allowed) {
    return <CannotAccept preview={preview} reason={preview.canAccept.reason} wayOut={preview.canAccept.wayOut} />;
  }
  return <SignedIn {...props} viewer={viewer} />;
}

function SignedIn({ token, viewer, preview, onDeclined, onStale }: OfferProps & { viewer: Account }) {
  const { t } = useTranslation();
  const say = useRefusalText();
  const [organization, setOrganization] = useState(preview.organizations[0]?.id ?? null);
  const [busy, setBusy] = useState<'accept' | 'decline' | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  const answer = async (which: 'accept' | 'decline', act: () => Promise<void>) => {
    if (busy) return;
    setBusy(which);
    setRefusal(null);
    try {
      await act();
    } catch (thrown) {
      const { code } = asRefusal(thrown);
      if (code === 'INVITATION_INVALID' || code === 'ALREADY_HAS_ACCESS') onStale();
      else setRefusal(asRefusal(thrown));
      setBusy(null);
    }
  };
  const accept = () =>
    answer('accept', async () => {
      const { acceptInvitation } = await call<{ acceptInvitation: { mailbox: { address: string } } }>(ACCEPT, {
        input: { token, organization },
      });
      location.assign(href.mailbox({ address: acceptInvitation.mailbox.address }));
    });
  const decline = () =>
    answer('decline', async () => {
      await call(DECLINE, { input: { token } });
      onDeclined();
    });

  return (
    <Panel strip={<WhoIsSignedIn token={token} viewer={viewer} />}>
      <WhoInvites preview={preview} />
      <WhatIsOffered preview={preview} />
      {preview.organizations.length > 1 && (
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
      {refusal && <Banner tone="danger">{say(refusal)}</Banner>}
      <PanelActions sticky>
        <Button kind="primary" size="large" busy={busy === 'accept'} onClick={() => void accept()}>
          {t('invitation.accept')}
        </Button>
        <Button size="large" busy={busy === 'decline'} onClick={() => void decline()}>
          {t('invitation.decline')}
        </Button>
      </PanelActions>
    </Panel>
  );
}

function SignedOut({ token, preview }: { token: string; preview: Preview }) {
  const { t, language } = useTranslation();
  const [isNew, setIsNew] = useState(false);
  const explanation = useId();
  const back = href.invitation({ token });
  return (
    <Panel>
      <WhoInvites preview={preview} />
      <WhatIsOffered preview={preview} />
      <div className={styles.answer}>
        <PanelActions>
          <ButtonLink kind="primary" size="large" href={signInHref(back)}>
            {t('invitation.signIn')}
          </ButtonLink>
          <Button size="large" aria-expanded={isNew} aria-controls={explanation} onClick={() => setIsNew(!isNew)}>
            {t('invitation.newHere')}
          </Button>
        </PanelActions>
        <div id={explanation} aria-live="polite">
          {isNew && (
            <Banner>
              <Words
                of="invitation.newHereText"
                values={{
                  name: preview.invitedByName,
                  email: <a href={`mailto:${preview.invitedByEmail}`}>{preview.invitedByEmail}</a>,
                }}
              />
            </Banner>
          )}
        </div>
        <p className={styles.help}>
          {t('invitation.staysOpen', { date: shortDate(language, new Date(preview.expiresAt)) })}
        </p>
      </div>
    </Panel>
  );
}

function WhoIsSignedIn({ token, viewer }: { token: string; viewer: Account }) {
  const { t } = useTranslation();
  return (
    <>
      <Face name={viewer.name} tintBy={viewer.email} size="small" />
      <span className="grow">
        <Words
          of="invitation.signedInAs"
          values={{
            email: (
              <strong>
                <Address of={viewer.email} />
              </strong>
            ),
          }}
        />
      </span>
      <a href={signInHref(href.invitation({ token }), { switchAccount: true })}>{t('invitation.switchAccount')}</a>
    </>
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
