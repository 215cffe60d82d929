import { Suspense, useDeferredValue } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { MailPreviewQuery, MailPreviewQuery$variables } from '../__generated__/MailPreviewQuery.graphql';
import { Boundary } from '../api/Boundary';
import { useTranslation } from '../i18n/translation';
import { Skeleton } from '../ui/Skeleton';
import { useSettled } from '../ui/useSettled';
import styles from './MailPreview.module.css';

export type MailLanguage = MailPreviewQuery$variables['language'];

interface MailPreviewProps {
  invitationId: string;
  language: MailLanguage;
  note: string;
}

/** The e-mail as its reader will see it; it follows the typing a moment behind. */
export function MailPreview({ invitationId, language, note }: MailPreviewProps) {
  const { t } = useTranslation();
  const settled = useSettled(note.trim());
  const shown = useDeferredValue(JSON.stringify([language, settled]));
  const [shownLanguage, shownNote] = JSON.parse(shown) as [MailLanguage, string];
  return (
    <section className={styles.card} aria-label={t('sharing.preview')}>
      <p className={styles.head}>{t('sharing.preview')}</p>
      <div className={styles.mail} lang={shownLanguage.toLowerCase()}>
        <Boundary resetBy={shown}>
          <Suspense fallback={<Skeleton lines={3} />}>
            <Letter invitation={invitationId} language={shownLanguage} note={shownNote} />
          </Suspense>
        </Boundary>
      </div>
    </section>
  );
}

function Letter(variables: MailPreviewQuery$variables) {
  const { node } = useLazyLoadQuery<MailPreviewQuery>(query, variables);
  const preview = node?.mailPreview;
  if (!preview) return null;
  return (
    <>
      <strong>{preview.subject}</strong>
      <p className={styles.text}>{preview.text}</p>
    </>
  );
}

const query = graphql`
  query MailPreviewQuery($invitation: ID!, $language: Language!, $note: String) {
    node(id: $invitation) {
      ... on Invitation {
        mailbox {
          id
        }
        mailPreview(language: $language, note: $note) {
          subject
          text
        }
      }
    }
  }
`;
