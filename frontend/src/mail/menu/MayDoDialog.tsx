import { graphql, useFragment } from 'react-relay/hooks';
import type { MayDoDialog_mailbox$key } from '../../__generated__/MayDoDialog_mailbox.graphql';
import { longDate } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { MayDoList } from '../../sharing/MayDoList';
import { Dialog, DialogBody } from '../../ui/Dialog';

/** What the viewer may do with a mailbox, in words; it follows while it is open. */
export function MayDoDialog(props: { mailbox: MayDoDialog_mailbox$key; onClose: () => void }) {
  const { address, viewerPermissions, viewerAccess } = useFragment(fragment, props.mailbox);
  const { t, language } = useTranslation();
  const { sharedBy, until, grant } = viewerAccess ?? {};
  return (
    <Dialog title={t('mailParts.mayDoWith', { address })} size="small" open onClose={props.onClose}>
      <DialogBody>
        <p className="muted">
          {sharedBy
            ? t('mailParts.sharedWithYouBy', { name: sharedBy.name })
            : t(grant ? 'mailParts.yourOwn' : 'mailParts.asOwner')}
        </p>
        <MayDoList
          address={address}
          permissions={viewerPermissions}
          until={until ? t('mailParts.untilLong', { date: longDate(language, new Date(until)) }) : undefined}
          condition={grant?.requiresSecondFactor ? t('mailParts.withSecondFactor') : null}
        />
      </DialogBody>
    </Dialog>
  );
}

const fragment = graphql`
  fragment MayDoDialog_mailbox on Mailbox {
    address
    viewerPermissions
    viewerAccess {
      grant {
        id
        requiresSecondFactor
      }
      sharedBy {
        id
        name
      }
      until
    }
  }
`;
