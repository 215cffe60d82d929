import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { Boundary } from '../api/Boundary';
import { post } from '../api/post';
import { href, paths, sameOriginPath } from '../href';
import { resetMessages, secondFactorMessages } from '../i18n/publicMessages';
import { useTranslation, withWords } from '../i18n/translation';
import { Panel } from '../ui/PublicPage';
import { Skeleton } from '../ui/Skeleton';
import { ACCOUNTS, type Account } from './accounts';
import { FirstFactor } from './FirstFactor';
import type { Challenge } from './SecondFactor';

const QUERY = `{ setUpNeeded viewer { user { id } } ${ACCOUNTS} }`;

interface Start {
  setUpNeeded: boolean;
  viewer: object | null;
  accounts: Account[] | null;
}

// Few people need these on a given day, so they come when they are asked for.
const SecondFactor = lazy(() => withWords(import('./SecondFactor'), secondFactorMessages));
const ResetPassword = lazy(() => withWords(import('./ResetPassword'), secondFactorMessages, resetMessages));

type Screen = { at: 'first' } | { at: 'second'; challenge: Challenge } | { at: 'reset' };

/** Signing in: the password, or a passkey alone; then the second factor; and the way back for who forgot. */
export default function SignIn() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(location.search);
  const back = sameOriginPath(asked.get('return'), href.mail());
  const switching = asked.has('switch');
  const [screen, setScreen] = useState<Screen>({ at: 'first' });
  const [email, setEmail] = useState('');
  const [isOver, setOver] = useState(false);
  const [accounts, setAccounts] = useState<readonly Account[]>([]);

  useEffect(() => {
    document.title = `${t('signIn.title')} · Latchkey`;
  }, [t]);
  useEffect(() => {
    // A new server is set up first; somebody who is signed in already goes on, unless they came to switch.
    // Without an answer the form is still good: sending it will say what is wrong.
    void post<Start>({ query: QUERY }).then(
      ({ data }) => {
        if (data?.setUpNeeded) location.replace(paths.setUp);
        else if (data?.viewer && !switching) location.replace(back);
        else setAccounts(data?.accounts ?? []);
      },
      () => undefined,
    );
  }, [back, switching]);

  const done = useCallback(() => location.assign(back), [back]);
  const beginAgain = (over: boolean) => {
    setOver(over);
    setScreen({ at: 'first' });
  };
  if (screen.at === 'first') {
    return (
      <FirstFactor
        email={email}
        onEmail={setEmail}
        isOver={isOver}
        forInvitation={back.startsWith(href.invitation({ token: '' }))}
        accounts={accounts}
        onAccountGone={(gone) => {
          setAccounts((known) => known.filter(({ user }) => user.id !== gone.user.id));
          setEmail(gone.user.email);
        }}
        onSecondFactor={(challenge) => setScreen({ at: 'second', challenge })}
        onForgotten={() => setScreen({ at: 'reset' })}
        onSignedIn={done}
      />
    );
  }
  return (
    <Boundary>
      <Suspense
        fallback={
          <Panel narrow>
            <Skeleton lines={4} />
          </Panel>
        }
      >
        {screen.at === 'second' ? (
          <SecondFactor email={email} challenge={screen.challenge} onSignedIn={done} onBack={beginAgain} />
        ) : (
          <ResetPassword email={email} onSignedIn={done} onBack={() => beginAgain(false)} />
        )}
      </Suspense>
    </Boundary>
  );
}
