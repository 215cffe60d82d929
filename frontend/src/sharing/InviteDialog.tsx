import { Suspense } from 'react';
import { graphql, useFragment, useLazyLoadQuery } from 'react-relay/hooks';
import type { InviteDialog_mailbox$key } from '../__generated__/InviteDialog_mailbox.graphql';
import type { InviteDialogQuery } from '../__generated__/InviteDialogQuery.graphql';
import { Boundary } from '../api/Boundary';
import { Words } from '../i18n/translation';
import { Address } from '../ui/Address';
import { Dialog, DialogBody } from '../ui/Dialog';
import { Skeleton } from '../ui/Skeleton';
import { InviteSteps } from './InviteSteps';
import type { InviteState } from './inviteState';

interface InviteDialogProps {
  mailbox: InviteDialog_mailbox$key;
  onClose: () => void;
  /** What it starts with, as when access is given again. */
  start?: Partial<InviteState>;
}

/** Lets a member in at once, or makes a link for somebody new. The same from Mail and from Manager. */
export function InviteDialog({ mailbox: mailboxRef, onClose, start }: InviteDialogProps) {
  const mailbox = useFragment(fragment, mailboxRef);
  const title = <Words of="sharing.inviteTo" values={{ address: <Address of={mailbox.address} /> }} />;
  const waiting = (
    <Dialog open title={title} onClose={onClose}>
      <DialogBody>
        <Skeleton lines={5} />
      </DialogBody>
    </Dialog>
  );
  return (
    <Suspense fallback={waiting}>
      <Boundary>
        <Loaded mailbox={mailbox} title={title} onClose={onClose} start={start} />
      </Boundary>
    </Suspense>
  );
}

type StepsProps = Parameters<typeof InviteSteps>[0];

function Loaded(props: Pick<StepsProps, 'mailbox' | 'title' | 'onClose' | 'start'>) {
  const { presets, viewer } = useLazyLoadQuery<InviteDialogQuery>(query, {}, { fetchPolicy: 'store-and-network' });
  return (
    <InviteSteps {...props} presets={presets} account={viewer?.user.email ?? ''} provedUntil={viewer?.steppedUpUntil} />
  );
}

const fragment = graphql`
  fragment InviteDialog_mailbox on Mailbox {
    id
    address
    organization {
      id
      name
      viewerRole
    }
    mailService {
      defaultPermissions
    }
    viewerPermissions
  }
`;

const query = graphql`
  query InviteDialogQuery {
    presets {
      preset
      permissions
    }
    viewer {
      user {
        email
      }
      steppedUpUntil
    }
  }
`;
