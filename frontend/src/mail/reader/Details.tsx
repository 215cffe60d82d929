import { graphql, useFragment } from 'react-relay/hooks';
import type { Details_message$key } from '../../__generated__/Details_message.graphql';
import { exactTime } from '../../i18n/format';
import { useTranslation } from '../../i18n/translation';
import { nameOf } from '../list/people';
import styles from './Letter.module.css';

interface Person {
  readonly name: string;
  readonly address: string;
}

const FEW = 3; // people who are named before the rest is a number

const inFull = ({ name, address }: Person): string => (name ? `${name} <${address}>` : address);

/** "zoe@… to info@…": one line, which opens to everybody in full and to the exact time. */
export function Details({ message: key }: { message: Details_message$key }) {
  const message = useFragment(fragment, key);
  const { t, language } = useTranslation();
  const everyone = [...message.to, ...message.cc];
  const named = everyone.slice(0, FEW).map(nameOf).join(', ');
  const rest = everyone.length - FEW;
  const to = rest > 0 ? t('mailParts.andMore', { names: named, count: rest }) : named;
  const lines: [label: string, people: readonly Person[]][] = [
    [t('mailParts.from'), message.from],
    [t('mailParts.to'), message.to],
    [t('mailParts.cc'), message.cc],
    [t('mailParts.replyTo'), message.replyTo],
  ];
  return (
    <details className={styles.details}>
      <summary>
        {message.from[0]?.address} {to && t('mailParts.toPeople', { names: to })}
      </summary>
      <dl>
        {lines
          .filter(([, people]) => people.length > 0)
          .map(([label, people]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{people.map(inFull).join(', ')}</dd>
            </div>
          ))}
        <div>
          <dt>{t('mailParts.date')}</dt>
          <dd>{exactTime(language, new Date(message.sentAt ?? message.receivedAt))}</dd>
        </div>
      </dl>
    </details>
  );
}

const fragment = graphql`
  fragment Details_message on Message {
    from {
      name
      address
    }
    to {
      name
      address
    }
    cc {
      name
      address
    }
    replyTo {
      name
      address
    }
    sentAt
    receivedAt
  }
`;
