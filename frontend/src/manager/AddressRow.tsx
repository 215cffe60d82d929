import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import Copy from 'lucide-react/icons/copy';
import Mail from 'lucide-react/icons/mail';
import UsersRound from 'lucide-react/icons/users-round';
import { graphql, useFragment } from 'react-relay/hooks';
import { Link } from 'wouter';
import type { AddressRow_mailbox$key } from '../__generated__/AddressRow_mailbox.graphql';
import { href } from '../href';
import { fileSize } from '../i18n/format';
import { useTranslation } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Chip } from '../ui/Chip';
import { Icon } from '../ui/Icon';
import { MenuButton } from '../ui/Menu';
import { Time } from '../ui/Time';
import { showToast } from '../ui/toast';
import styles from './AddressRow.module.css';

interface AddressRowProps {
  mailbox: AddressRow_mailbox$key;
  organizationId: string;
  serviceId: string;
}

/** One address; its name leads to who may use it. */
export function AddressRow({ mailbox: mailboxRef, organizationId, serviceId }: AddressRowProps) {
  const mailbox = useFragment(fragment, mailboxRef);
  const { t, language } = useTranslation();
  const { address, loginIdentifierOf } = mailbox;
  const users = href.address({ organization: organizationId, service: serviceId, address });
  const copy = () =>
    void navigator.clipboard.writeText(address).then(
      () => showToast({ text: t('sharing.addressCopied', { address }) }),
      () => showToast({ text: address }),
    );
  return (
    <tr>
      <td data-main>
        <Link className={styles.name} href={users}>
          <Address of={address} />
        </Link>
        <span className={styles.note}>
          {t(mailbox.kind === 'CONNECTED' ? 'manager.connected' : 'manager.hosted')}
          {loginIdentifierOf && ` · ${t('manager.signsIn', { name: loginIdentifierOf.name })}`}
        </span>
      </td>
      <td data-label={t('manager.people')} className="muted">
        {mailbox.userCount > 0 ? (
          <span className={styles.people}>
            <Icon of={UsersRound} />
            {mailbox.userCount}
          </span>
        ) : (
          t('manager.nobody')
        )}
      </td>
      <td data-empty={mailbox.pendingInvitationCount === 0 || undefined}>
        {mailbox.pendingInvitationCount > 0 && (
          <Chip tone="warning" icon={Mail}>
            {t('manager.pending', { count: mailbox.pendingInvitationCount })}
          </Chip>
        )}
      </td>
      <td data-label={t('manager.lastMail')} className="muted">
        {mailbox.lastMessageAt ? <Time at={mailbox.lastMessageAt} /> : t('manager.never')}
      </td>
      <td data-label={t('manager.used')} data-number className="muted">
        {fileSize(language, Number(mailbox.storedBytes))}
      </td>
      <td data-more>
        <MenuButton
          label={t('sharing.moreFor', { name: address })}
          size="small"
          entries={() => [
            { label: t('manager.users'), icon: UsersRound, href: users },
            ...(mailbox.viewerPermissions.includes('READ')
              ? [{ label: t('manager.openInMail'), icon: ArrowUpRight, href: href.mailbox({ address }) }]
              : []),
            { label: t('sharing.copyAddress'), icon: Copy, onSelect: copy },
          ]}
        />
      </td>
    </tr>
  );
}

const fragment = graphql`
  fragment AddressRow_mailbox on Mailbox {
    address
    kind
    loginIdentifierOf {
      name
    }
    viewerPermissions
    userCount
    pendingInvitationCount
    lastMessageAt
    storedBytes
  }
`;
