import { useState } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Letter_message$key } from '../../__generated__/Letter_message.graphql';
import { useTranslation } from '../../i18n/translation';
import { nameOf } from '../list/people';
import styles from './Letter.module.css';
import { LetterBody } from './LetterBody';
import { LetterHead } from './LetterHead';

interface LetterProps {
  message: Letter_message$key;
  isNewest: boolean;
  isOnly: boolean;
  /** Where one begins to read. */
  isFirst: boolean;
}

/** One message of a conversation, folded or open. */
export function Letter({ message: key, isNewest, isOnly, isFirst }: LetterProps) {
  const message = useFragment(fragment, key);
  const { t } = useTranslation();
  const [open, setOpen] = useState(isNewest || !message.seen);
  const [begin] = useState(isFirst);
  const [from] = message.from;
  const name = from ? nameOf(from) : t('mail.noSender');
  return (
    <article
      className={styles.letter}
      data-folded={!open || undefined}
      data-first={begin || undefined}
      aria-label={t('mailParts.messageFrom', { name })}
    >
      <LetterHead message={message} open={open} foldable={!isOnly} onToggle={() => setOpen(!open)} />
      {open && <LetterBody message={message} />}
    </article>
  );
}

const fragment = graphql`
  fragment Letter_message on Message {
    id
    seen
    from {
      name
      address
    }
    mailbox {
      id
    }
    ...LetterHead_message
    ...LetterBody_message
  }
`;
