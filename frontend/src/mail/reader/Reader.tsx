import FileWarning from 'lucide-react/icons/file-exclamation-point';
import { useEffect, useState } from 'react';
import { fetchQuery, graphql, useLazyLoadQuery, useRelayEnvironment } from 'react-relay/hooks';
import type { ReaderQuery } from '../../__generated__/ReaderQuery.graphql';
import { useTranslation } from '../../i18n/translation';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { Conversation } from './Conversation';

interface ReaderProps {
  threadId: string;
  version: number;
  /** The list that it was opened from. */
  backHref: string;
  /** Absent while the viewer may not. */
  onStar?: (starred: boolean) => void;
  onOpened?: () => void;
}

/** One conversation. When messages came to it or left it, it is read again. */
export function Reader({ threadId, version, backHref, onStar, onOpened }: ReaderProps) {
  const { t } = useTranslation();
  const environment = useRelayEnvironment();
  const { node } = useLazyLoadQuery<ReaderQuery>(
    readerQuery,
    { thread: threadId },
    { fetchPolicy: 'store-and-network', fetchKey: version },
  );
  const [asked, setAsked] = useState(0);
  const isBehind = node?.messages !== undefined && node.messageCount !== node.messages.length;
  useEffect(() => {
    if (!isBehind || asked === node?.messageCount) return undefined;
    setAsked(node?.messageCount ?? 0);
    const reading = fetchQuery<ReaderQuery>(environment, readerQuery, { thread: threadId }).subscribe({});
    return () => reading.unsubscribe();
  }, [environment, threadId, isBehind, asked, node?.messageCount]);
  if (!node?.messages || !node.conversation) {
    return (
      <EmptyState
        icon={FileWarning}
        title={t('mailParts.threadGone')}
        action={<ButtonLink href={backHref}>{t('mailParts.backToList')}</ButtonLink>}
      >
        {t('mailParts.threadGoneText')}
      </EmptyState>
    );
  }
  return <Conversation key={threadId} thread={node.conversation} onStar={onStar} onOpened={onOpened} />;
}

export const readerQuery = graphql`
  query ReaderQuery($thread: ID!) {
    node(id: $thread) {
      id
      ... on Thread {
        messageCount
        messages {
          id
        }
        mailbox {
          id
        }
        ...Conversation_thread @alias(as: "conversation")
      }
    }
  }
`;
