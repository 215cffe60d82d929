import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import { Link } from 'wouter';
import type { DeleteAccount_viewer$key } from '../__generated__/DeleteAccount_viewer.graphql';
import { href } from '../href';
import { useTranslation, Words } from '../i18n/translation';
import { Button } from '../ui/Button';
import styles from './DeleteAccount.module.css';
import { DeleteAccountDialog } from './DeleteAccountDialog';
import { Section } from './Section';

/** The way out for good, or what stands in it. */
export function DeleteAccount(props: { viewer: DeleteAccount_viewer$key }) {
  const { user, canDeleteAccount, deletionObstacles } = useFragment(fragment, props.viewer);
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { allowed, reason } = canDeleteAccount;
  return (
    <Section
      title={t('account.delete')}
      help={t('account.deleteHelp')}
      action={
        <Button
          kind="danger"
          disabledReason={allowed ? null : deletionObstacles.length > 0 ? t('account.deleteFirst') : reason}
          reasonAs="tip"
          onClick={() => setAsking(true)}
        >
          {t('account.delete')}
        </Button>
      }
    >
      {deletionObstacles.length > 0 && (
        <>
          <p>{t('account.deleteFirst')}</p>
          <ul className={styles.obstacles}>
            {deletionObstacles.map(({ organization, otherMembers, mailboxes }) => (
              <li key={organization.id}>
                <Words
                  of="account.obstacle"
                  values={{
                    organization: (
                      <Link href={href.organization({ organization: organization.id })}>{organization.name}</Link>
                    ),
                    members: otherMembers,
                    mailboxes,
                  }}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      {asking && <DeleteAccountDialog account={user.email} onClose={() => setAsking(false)} />}
    </Section>
  );
}

const fragment = graphql`
  fragment DeleteAccount_viewer on Viewer {
    user {
      email
    }
    canDeleteAccount {
      allowed
      reason
    }
    deletionObstacles {
      organization {
        id
        name
      }
      otherMembers
      mailboxes
    }
  }
`;
