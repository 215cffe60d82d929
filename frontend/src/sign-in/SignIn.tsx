import { useCallback, useEffect, useState } from 'react';
import { post } from '../api/post';
import { Refusal } from '../api/refusal';
import { href, paths, sameOriginPath } from '../href';
import { useTranslation } from '../i18n/translation';
import type { Account } from './accounts';
import { FirstFactor } from './FirstFactor';
import type { Challenge } from './SecondFactor';

const QUERY = '{ setUpNeeded viewer { user { id } } accounts { active user { id name email } } }';

interface Start {
  setUpNeeded: boolean;
  viewer: object | null;
  accounts: Account[] | null;
}

type Later = Awaited<ReturnType<typeof import('./later').load>>;
type Screen = { at: 'first' } | { at: 'second'; challenge: Challenge; later: Later } | { at: 'reset'; later: Later };

// The steps that few people need on a given day come when they are asked for. Who asked says what is wrong, if they don't.
const load = (): Promise<Later> =>
  import('./later').then(
    (later) => later.load(),
    () => Promise.reject(new Refusal('OFFLINE', 'There is no connection.')),
  );

/** Signing in: the password, or a passkey alone; then the second factor; and the way back for who forgot. */
export default function SignIn() {
  const { t } = useTranslation();
  const asked = new URLSearchParams(location.search);
  const back = sameOriginPath(asked.get('return'), href.mail());
  const switching = asked.has('switch');
  const [screen, setScreen] = useState<Screen>({ at: 'first' });
  const [email, setEmail] = useState('');
  const [isOver, setOver] = useState(false);
  // Who comes to switch sees the accounts at once, rather than a form that makes way for them.
  const [accounts, setAccounts] = useState<readonly Account[] | null>(switching ? null : []);

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
      () => setAccounts([]),
    );
  }, [back, switching]);

  const done = useCallback(() => location.assign(back), [back]);
  const beginAgain = (over: boolean) => {
    setOver(over);
    setScreen({ at: 'first' });
  };
  if (!accounts) return null;
  if (screen.at === 'first') {
    return (
      <FirstFactor
        email={email}
        onEmail={setEmail}
        isOver={isOver}
        forInvitation={back.startsWith(href.invitation({ token: '' }))}
        accounts={accounts}
        onAccountGone={(gone) => {
          setAccounts((known) => (known ?? []).filter(({ user }) => user.id !== gone.user.id));
          setEmail(gone.user.email);
        }}
        onSecondFactor={async (challenge) => setScreen({ at: 'second', challenge, later: await load() })}
        onForgotten={async () => setScreen({ at: 'reset', later: await load() })}
        onSignedIn={done}
      />
    );
  }
  const { SecondFactor, ResetPassword } = screen.later;
  return screen.at === 'second' ? (
    <SecondFactor email={email} challenge={screen.challenge} onSignedIn={done} onBack={beginAgain} />
  ) : (
    <ResetPassword email={email} onSignedIn={done} onBack={() => beginAgain(false)} />
  );
}
