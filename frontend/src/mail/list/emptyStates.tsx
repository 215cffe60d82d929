import FolderX from 'lucide-react/icons/folder-x';
import Inbox from 'lucide-react/icons/inbox';
import MailOpen from 'lucide-react/icons/mail-open';
import Search from 'lucide-react/icons/search';
import Star from 'lucide-react/icons/star';
import Trash2 from 'lucide-react/icons/trash';
import { useTranslation } from '../../i18n/translation';
import { ButtonLink } from '../../ui/ButtonLink';
import { EmptyState } from '../../ui/EmptyState';
import { INBOX, roleOf, SEARCH, STARRED } from '../place';
import { usePlace } from '../usePlace';

/** An empty list says why it is empty and what fills it. */
export function EmptyList({ folder, query, address }: { folder: string; query: string; address: string }) {
  const { t } = useTranslation();
  const { hrefTo } = usePlace();
  if (folder === SEARCH) {
    return (
      <EmptyState icon={Search} title={query ? t('mail.nothingFound', { query }) : t('mail.searchTitle')}>
        {query ? t('mail.nothingFoundText') : t('mail.searchText')}
      </EmptyState>
    );
  }
  if (folder === STARRED) {
    return (
      <EmptyState icon={Star} title={t('mail.noneStarred')}>
        {t('mail.noneStarredText')}
      </EmptyState>
    );
  }
  const role = roleOf(folder);
  if (role === 'INBOX') {
    return (
      <EmptyState icon={Inbox} title={t('mail.inboxEmpty')}>
        {t('mail.inboxEmptyText', { address })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={role === 'TRASH' ? Trash2 : MailOpen}
      title={t('mail.folderEmpty')}
      action={<ButtonLink href={hrefTo({ folder: INBOX, thread: null })}>{t('mail.goToInbox')}</ButtonLink>}
    >
      {role && t(`mail.folderEmptyText.${role}`)}
    </EmptyState>
  );
}

/** A folder that somebody removed, or a link that was never right. */
export function ListGone() {
  const { t } = useTranslation();
  const { hrefTo } = usePlace();
  return (
    <EmptyState
      icon={FolderX}
      title={t('mail.folderGone')}
      action={<ButtonLink href={hrefTo({ folder: INBOX, thread: null })}>{t('mail.goToInbox')}</ButtonLink>}
    >
      {t('mail.folderGoneText')}
    </EmptyState>
  );
}
