import ChevronDown from 'lucide-react/icons/chevron-down';
import ChevronUp from 'lucide-react/icons/chevron-up';
import FileDown from 'lucide-react/icons/file-down';
import { graphql, useFragment } from 'react-relay/hooks';
import type { LetterHead_message$key } from '../../__generated__/LetterHead_message.graphql';
import { useTranslation } from '../../i18n/translation';
import { Face } from '../../ui/Face';
import { IconButton } from '../../ui/IconButton';
import { MenuButton } from '../../ui/Menu';
import { Time } from '../../ui/Time';
import { nameOf } from '../list/people';
import { Details } from './Details';
import styles from './Letter.module.css';

interface LetterHeadProps {
  message: LetterHead_message$key;
  open: boolean;
  /** One of several; a letter alone is always open. */
  foldable: boolean;
  onToggle: () => void;
}

/** Who wrote, to whom, when; folded it is one line that opens the letter wherever it is pressed. */
export function LetterHead({ message: key, open, foldable, onToggle }: LetterHeadProps) {
  const message = useFragment(fragment, key);
  const { t } = useTranslation();
  const [from] = message.from;
  const name = from ? nameOf(from) : t('mail.noSender');
  return (
    <header className={styles.head}>
      <Face name={name} tintBy={from?.address} />
      <div className={styles.who}>
        <div className={open ? undefined : 'cut'}>
          <span className="name">{name}</span>
          {!open && <span className={styles.snippet}>{message.snippet}</span>}
        </div>
        {open && <Details message={message} />}
      </div>
      <div className={styles.tools}>
        <span className="meta">
          <Time at={message.sentAt ?? message.receivedAt} as="list" />
        </span>
        {open && (
          <MenuButton
            label={t('mailParts.moreForMessage')}
            entries={() => [
              { label: t('mailParts.downloadOriginal'), icon: FileDown, href: message.rawUrl, download: true },
            ]}
          />
        )}
        {foldable && (
          <span className={styles.fold}>
            <IconButton
              icon={open ? ChevronUp : ChevronDown}
              label={t(open ? 'mailParts.foldMessage' : 'mailParts.showMessage')}
              aria-expanded={open}
              onClick={onToggle}
            />
          </span>
        )}
      </div>
    </header>
  );
}

const fragment = graphql`
  fragment LetterHead_message on Message {
    from {
      name
      address
    }
    snippet
    sentAt
    receivedAt
    rawUrl
    ...Details_message
  }
`;
