import { useState } from 'react';
import { useLocation } from 'wouter';
import { useTranslation } from '../../i18n/translation';
import { Kbd } from '../../ui/Kbd';
import { useListbox } from '../../ui/listbox';
import { SearchField } from '../../ui/SearchField';
import { SegmentedControl } from '../../ui/SegmentedControl';
import { useAccess } from '../live/access';
import { INBOX } from '../place';
import type { ListedMailbox } from '../useMailboxes';
import { usePlace } from '../usePlace';
import { groupMailboxes, narrow } from './groupMailboxes';
import styles from './Switcher.module.css';
import { SwitcherRow } from './SwitcherRow';

interface SwitcherPanelProps {
  address: string;
  mailboxes: readonly ListedMailbox[];
  onClose: () => void;
}

const ALL = 'all';

/** Every mailbox by organization: type to filter, arrows to walk, Enter to open. */
export function SwitcherPanel({ address, mailboxes, onClose }: SwitcherPanelProps) {
  const { t } = useTranslation();
  const { place, go, hrefTo } = usePlace();
  const [, navigate] = useLocation();
  const { fresh } = useAccess();
  const [text, setText] = useState('');
  const all = groupMailboxes(mailboxes);
  const groups = narrow(all, place.organization, text);
  const rows = groups.flatMap((group) => group.mailboxes);
  const { field, listId, option, reset } = useListbox({
    count: rows.length,
    first: rows.findIndex((mailbox) => mailbox.address === address),
    onChoose: (at) => {
      const chosen = rows[at];
      if (!chosen) return;
      onClose();
      navigate(hrefTo({ address: chosen.address, folder: INBOX, thread: null, query: '' }));
    },
  });
  return (
    <>
      <div className={styles.top}>
        <SearchField
          label={t('mailParts.filterAddresses')}
          autoFocus
          value={text}
          onValue={(value) => {
            setText(value);
            reset();
          }}
          {...field}
        />
        {all.length > 1 && (
          <SegmentedControl
            label={t('mailParts.organizations')}
            segments={[
              { value: ALL, label: t('mailParts.allOrganizations') },
              ...all.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={place.organization ?? ALL}
            onChange={(value) => {
              reset();
              go({ organization: value === ALL ? null : value }, { replace: true });
            }}
          />
        )}
      </div>
      <div className={styles.list} id={listId} role="listbox" aria-label={t('mailParts.addresses')}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own outside of select
          <div key={group.id} role="group" aria-label={group.name}>
            <div className={styles.group} aria-hidden="true">
              {group.name}
            </div>
            {group.mailboxes.map((mailbox) => (
              <SwitcherRow
                key={mailbox.id}
                mailbox={mailbox}
                current={mailbox.address === address}
                fresh={fresh.has(mailbox.id)}
                option={option(rows.indexOf(mailbox))}
              />
            ))}
          </div>
        ))}
        {rows.length === 0 && <p className={styles.none}>{t('mailParts.noAddress', { text })}</p>}
      </div>
      <div className={styles.foot} aria-hidden="true">
        <span>
          <Kbd keys="↑ ↓" /> {t('mailParts.toChoose')}
        </span>
        <span>
          <Kbd keys="↵" /> {t('mailParts.toOpen')}
        </span>
        <span>
          <Kbd keys="esc" /> {t('mailParts.toClose')}
        </span>
      </div>
    </>
  );
}
