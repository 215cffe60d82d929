import Star from 'lucide-react/icons/star';
import { useEffect, useEffectEvent, useRef } from 'react';
import { graphql, useFragment } from 'react-relay/hooks';
import type { Conversation_thread$key } from '../../__generated__/Conversation_thread.graphql';
import { useTranslation } from '../../i18n/translation';
import { IconButton } from '../../ui/IconButton';
import { Letter } from './Letter';
import styles from './Reader.module.css';

const SEEN_AFTER = 700; // ms: whoever only passes through with j and k has read nothing

interface ConversationProps {
  thread: Conversation_thread$key;
  onStar?: (starred: boolean) => void;
  /** Called once it counts as read; absent while the viewer may not mark. */
  onOpened?: () => void;
}

/** A thread as letters, oldest first: those that were read before lie folded, the newest is open. */
export function Conversation({ thread: key, onStar, onOpened }: ConversationProps) {
  const thread = useFragment(fragment, key);
  const { t } = useTranslation();
  const newest = thread.messages.at(-1)?.id;
  const opened = useEffectEvent(() => {
    if (thread.unread > 0) onOpened?.();
  });
  const mayMark = onOpened !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a letter that arrives while it is read is read as well
  useEffect(() => {
    if (!mayMark) return undefined;
    const timer = setTimeout(() => opened(), SEEN_AFTER);
    return () => clearTimeout(timer);
  }, [mayMark, newest]);
  const box = useRef<HTMLDivElement>(null);
  // Those that were read come first: one begins where there is something new.
  useEffect(() => {
    box.current?.querySelector('[data-first]')?.scrollIntoView({ block: 'start' });
  }, []);
  const firstOpen = thread.messages.findIndex(({ seen }) => !seen);
  const first = firstOpen < 0 ? thread.messages.length - 1 : firstOpen;
  const subject = thread.subject || t('mail.noSubject');
  return (
    <section ref={box} className={styles.thread} aria-label={t('mailParts.conversation')}>
      <div className={styles.inner}>
        <div className={styles.subject}>
          <h1 className="title">{subject}</h1>
          {(onStar || thread.starred) && (
            <IconButton
              icon={Star}
              label={t('mail.star')}
              shortcut="s"
              pressed={thread.starred}
              disabledReason={onStar ? null : t('mail.mayNotOrganize')}
              onClick={() => onStar?.(!thread.starred)}
            />
          )}
        </div>
        {thread.messages.map((message, at) => (
          <Letter
            key={message.id}
            message={message}
            isNewest={message.id === newest}
            isOnly={thread.messages.length === 1}
            isFirst={first > 0 && at === first}
          />
        ))}
      </div>
    </section>
  );
}

const fragment = graphql`
  fragment Conversation_thread on Thread {
    id
    subject
    unread
    starred
    messages {
      id
      seen
      ...Letter_message
    }
  }
`;
