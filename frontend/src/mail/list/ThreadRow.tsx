import Paperclip from 'lucide-react/icons/paperclip';
import Star from 'lucide-react/icons/star';
import { graphql, useFragment } from 'react-relay/hooks';
import { Link } from 'wouter';
import type { ThreadRow_thread$key } from '../../__generated__/ThreadRow_thread.graphql';
import { useTranslation } from '../../i18n/translation';
import { Checkbox } from '../../ui/Checkbox';
import { Count } from '../../ui/Chip';
import { Icon } from '../../ui/Icon';
import { Time } from '../../ui/Time';
import { tip } from '../../ui/tip';
import { peopleOf } from './people';
import styles from './ThreadRow.module.css';

interface ThreadRowProps {
  thread: ThreadRow_thread$key;
  href: string;
  current: boolean;
  selected: boolean;
  /** True while any row is selected: then each shows its box. */
  selecting: boolean;
  /** It has come while the list was looked at. */
  fresh: boolean;
  onSelect: (selected: boolean, range: boolean) => void;
  /** Absent while the viewer may not. */
  onStar?: (starred: boolean) => void;
  onNear: () => void;
}

export function ThreadRow(props: ThreadRowProps) {
  const thread = useFragment(fragment, props.thread);
  const { t } = useTranslation();
  const subject = thread.subject || t('mail.noSubject');
  return (
    <div
      className={styles.row}
      data-row
      data-unread={thread.unread > 0 || undefined}
      data-selected={props.selected || undefined}
      data-selecting={props.selecting || undefined}
      data-starred={thread.starred || undefined}
      data-fresh={props.fresh || undefined}
      onPointerEnter={props.onNear}
    >
      <span className={styles.pick}>
        <Checkbox
          bare
          label={t('mail.select', { subject })}
          checked={props.selected}
          onChange={(checked, { shiftKey }) => props.onSelect(checked, shiftKey)}
        />
      </span>
      <Link
        className={styles.from}
        href={props.href}
        aria-current={props.current || undefined}
        data-thread={thread.id}
        onFocus={props.onNear}
      >
        {thread.unread > 0 && <span className="spoken">{t('mail.unread')} </span>}
        <span className={`${styles.who} cut`}>{peopleOf(thread.participants) || t('mail.noSender')}</span>
        {thread.messageCount > 1 && <Count of={thread.messageCount} spoken={t('mail.countMessages')} />}
        <span className="spoken">. {subject}</span>
      </Link>
      <span className={styles.marks}>
        {thread.hasAttachments && (
          <>
            <Icon of={Paperclip} />
            <span className="spoken">{t('mail.hasAttachments')}</span>
          </>
        )}
        <span className="meta">
          <Time at={thread.lastMessageAt} as="list" />
        </span>
      </span>
      <span className={styles.subject}>
        <span className="cut">
          <span className={styles.subjectText}>{subject}</span> <span className={styles.snippet}>{thread.snippet}</span>
        </span>
      </span>
      {(props.onStar || thread.starred) && (
        <button
          type="button"
          className={styles.star}
          aria-pressed={thread.starred}
          aria-label={t('mail.starOf', { subject })}
          aria-disabled={props.onStar ? undefined : true}
          onClick={() => props.onStar?.(!thread.starred)}
          {...tip(t(thread.starred ? 'mail.unstar' : 'mail.star'))}
        >
          <Icon of={Star} filled={thread.starred} />
        </button>
      )}
    </div>
  );
}

const fragment = graphql`
  fragment ThreadRow_thread on Thread {
    id
    subject
    snippet
    participants {
      name
      address
    }
    messageCount
    unread
    starred
    hasAttachments
    lastMessageAt
    folderIds
    mailbox {
      id
    }
  }
`;
