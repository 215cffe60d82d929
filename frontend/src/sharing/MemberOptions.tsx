import Check from 'lucide-react/icons/check';
import { graphql, useLazyLoadQuery } from 'react-relay/hooks';
import type { MemberOptionsQuery } from '../__generated__/MemberOptionsQuery.graphql';
import { useTranslation } from '../i18n/translation';
import { Face } from '../ui/Face';
import { Icon } from '../ui/Icon';
import type { Candidate } from './inviteState';
import styles from './MemberPicker.module.css';

interface MemberOptionsProps {
  organizationId: string;
  mailboxId: string;
  filter: string;
  chosenId: string | null;
  activeId: string | null;
  optionId: (id: string) => string;
  onChoose: (member: Candidate) => void;
}

/** The members that were found. Who has access already says so and can't be chosen. */
export function MemberOptions(props: MemberOptionsProps) {
  const { t } = useTranslation();
  const { organization, mailbox } = useLazyLoadQuery<MemberOptionsQuery>(
    query,
    { organization: props.organizationId, mailbox: props.mailboxId, filter: props.filter },
    { fetchPolicy: 'store-and-network' },
  );
  const users = mailbox?.users?.edges.map(({ node }) => node.user?.id ?? node.grantee?.id) ?? [];
  const members = (organization?.members?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node.user] : []));
  if (members.length === 0) return <p className={styles.none}>{t('sharing.nobodyFound')}</p>;
  return members.map((member) => {
    const has = users.includes(member.id);
    const chosen = member.id === props.chosenId;
    return (
      <div
        key={member.id}
        id={props.optionId(member.id)}
        role="option"
        // Focus stays in the field; the field's keys move through the options.
        tabIndex={-1}
        className={styles.option}
        data-member={member.id}
        data-active={member.id === props.activeId || undefined}
        aria-selected={chosen}
        aria-disabled={has || undefined}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!has) props.onChoose(member);
        }}
        onKeyDown={undefined}
      >
        <Face name={member.name} tintBy={member.email} size="small" />
        <span className="grow">
          {member.name} <span className="muted">{member.email}</span>
        </span>
        {has && <span className="meta">{t('sharing.hasAccess')}</span>}
        {chosen && <Icon of={Check} />}
      </div>
    );
  });
}

const query = graphql`
  query MemberOptionsQuery($organization: ID!, $mailbox: ID!, $filter: String) {
    organization: node(id: $organization) {
      ... on Organization {
        members(first: 20, filter: $filter) {
          edges {
            node {
              user {
                id
                name
                email
              }
            }
          }
        }
      }
    }
    mailbox: node(id: $mailbox) {
      ... on Mailbox {
        users(first: 100, filter: $filter) {
          edges {
            node {
              ... on Member {
                user {
                  id
                }
              }
              ... on Grant {
                grantee: user {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`;
