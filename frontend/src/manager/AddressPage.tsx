import ArrowUpRight from 'lucide-react/icons/arrow-up-right';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { AddressPageQuery } from '../__generated__/AddressPageQuery.graphql';
import { href } from '../href';
import { useTranslation } from '../i18n/translation';
import { UsersTable } from '../sharing/UsersTable';
import { Address } from '../ui/Address';
import { Breadcrumb } from '../ui/Breadcrumb';
import { ButtonLink } from '../ui/ButtonLink';
import { Chip } from '../ui/Chip';
import { PageHead } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { NotHere } from './NotHere';

/** One address: who may use it. */
export function AddressPage({ address }: { address: string }) {
  const { t } = useTranslation();
  const { viewer, presets } = useLazyLoadQuery<AddressPageQuery>(
    query,
    { address },
    { fetchPolicy: 'store-and-network' },
  );
  const mailbox = viewer?.mailbox;
  if (!mailbox) return <NotHere />;
  const { organization, mailService } = mailbox;
  const place = { organization: organization.id, service: mailService.id, address: mailbox.address };
  const isManager = organization.canAdminister.allowed;
  return (
    <>
      <title>{`${mailbox.address} · Latchkey`}</title>
      <Breadcrumb
        steps={[
          { name: organization.name, ...(isManager && { href: href.organization(place) }) },
          { name: mailService.name, ...(isManager && { href: href.mailService(place) }) },
          { name: mailbox.address },
        ]}
      />
      <PageHead
        title={<Address of={mailbox.address} />}
        beside={<Chip>{t(mailbox.kind === 'CONNECTED' ? 'manager.connected' : 'manager.hosted')}</Chip>}
        actions={
          mailbox.viewerPermissions.includes('READ') && (
            <ButtonLink icon={ArrowUpRight} href={href.mailbox({ address: mailbox.address })}>
              {t('manager.openInMail')}
            </ButtonLink>
          )
        }
      />
      <Tabs
        label={mailbox.address}
        tabs={[{ href: href.address(place), label: t('manager.users'), count: mailbox.userCount, current: true }]}
      />
      <UsersTable mailbox={mailbox} presets={presets} viewer={viewer.user} />
    </>
  );
}

const query = graphql`
  query AddressPageQuery($address: String!) {
    presets {
      preset
      permissions
    }
    viewer {
      user {
        id
        email
      }
      mailbox(address: $address) {
        address
        kind
        organization {
          id
          name
          canAdminister {
            allowed
          }
        }
        mailService {
          id
          name
        }
        viewerPermissions
        userCount
        ...UsersTable_mailbox
      }
    }
  }
`;
