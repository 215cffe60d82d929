import { lazy, Suspense, use, useEffect, useState } from 'react';
import { Boundary } from '../api/Boundary';
import { asRefusal, type Refusal } from '../api/refusal';
import { href } from '../href';
import { laterSignUpMessages } from '../i18n/publicMessages';
import { useTranslation, withWords } from '../i18n/translation';
import { Ended, Invalid } from '../invitation/ends';
import { type Loaded, loadInvitation, type Preview } from '../invitation/preview';
import { Panel } from '../ui/PublicPage';
import { Skeleton } from '../ui/Skeleton';
import { type AuthenticatorOffer, findSignUp, type SignUp } from './api';
import { CodeStep } from './CodeStep';
import { EmailStep } from './EmailStep';
import { before, kept, type Screen, screenOf } from './progress';
import type { Typed } from './steps';

// The last steps and their words come while somebody looks at the first.
const later = () => withWords(import('./lastSteps'), laterSignUpMessages);
const ProfileStep = lazy(() => later().then((steps) => ({ default: steps.ProfileStep })));
const ContactStep = lazy(() => later().then((steps) => ({ default: steps.ContactStep })));
const FactorStep = lazy(() => later().then((steps) => ({ default: steps.FactorStep })));
const AppStep = lazy(() => later().then((steps) => ({ default: steps.AppStep })));
const RecoveryStep = lazy(() => later().then((steps) => ({ default: steps.RecoveryStep })));

interface Begun {
  token: string;
  signUp: SignUp;
}

/** Asks what the invitation offers, and goes on with what was begun on this device. */
async function load(link: string): Promise<{ invitation: Loaded; begun: Begun | null }> {
  const [invitation, begun] = await Promise.all([loadInvitation(link), resume(link)]);
  return { invitation, begun };
}

async function resume(link: string): Promise<Begun | null> {
  const token = kept.token(link);
  if (!token) return null;
  try {
    return { token, signUp: await findSignUp(token) };
  } catch (thrown) {
    if (asRefusal(thrown).code !== 'NOT_FOUND') throw thrown;
    kept.forget(link);
    return null;
  }
}

/** Making an account for who was invited: four groups of questions, which can be left and come back to. */
export default function SignUpPage() {
  const { t } = useTranslation();
  const link = decodeURIComponent(location.pathname.split('/')[2] ?? '');
  const [loading, setLoading] = useState(() => load(link));
  useEffect(() => {
    document.title = `${t('signUp.pageTitle')} · Latchkey`;
  }, [t]);
  useEffect(() => {
    later().catch(() => undefined); // it is asked for again when it is needed
  }, []);
  const fallback = (
    <Panel>
      <Skeleton lines={6} />
    </Panel>
  );
  return (
    <Boundary onRetry={() => setLoading(load(link))}>
      <Suspense fallback={fallback}>
        <Loading link={link} loading={loading} />
      </Suspense>
    </Boundary>
  );
}

function Loading({ link, loading }: { link: string; loading: ReturnType<typeof load> }) {
  const { invitation, begun } = use(loading);
  const { preview, viewer } = invitation;
  // Who made the account and came back, or is signed in already, answers on the invitation's own page.
  const isForSomebodyElse = new URLSearchParams(location.search).has('new');
  const leave = Boolean(viewer && !begun && !isForSomebodyElse);
  useEffect(() => {
    if (leave) location.replace(href.invitation({ token: link }));
  }, [leave, link]);
  if (leave) return null;
  if (!preview) return <Invalid />;
  if (preview.state !== 'PENDING') return <Ended preview={preview} />;
  return <Wizard link={link} invitation={preview} begun={begun} />;
}

function Wizard(props: { link: string; invitation: Preview; begun: Begun | null }) {
  const { link, invitation } = props;
  const { t } = useTranslation();
  const [begun, setBegun] = useState(props.begun);
  const [screen, setScreen] = useState<Screen>(props.begun ? screenOf(props.begun.signUp) : 'email');
  const [offer, setOffer] = useState<AuthenticatorOffer | null>(null);
  const [codes, setCodes] = useState<string[]>([]);
  const [isOver, setOver] = useState(false);
  const [isInvalid, setInvalid] = useState(false);
  const [typed, setTyped] = useState<Typed>(() => ({
    email: props.begun?.signUp.email ?? '',
    firstName: props.begun?.signUp.firstName ?? '',
    lastName: props.begun?.signUp.lastName ?? '',
    password: '',
    phone: props.begun?.signUp.phone ?? '',
    terms: props.begun?.signUp.termsAccepted ?? false,
  }));

  const beginAgain = () => {
    kept.forget(link);
    setBegun(null);
    setOver(true);
    setScreen('email');
  };
  const onRefusal = (refusal: Refusal): boolean => {
    if (refusal.code === 'NOT_FOUND') beginAgain();
    else if (refusal.code === 'INVITATION_INVALID') setInvalid(true);
    else if (refusal.code === 'CONFLICT' && begun) {
      // An earlier step is open, as when two tabs went different ways: go on where the server stands.
      void findSignUp(begun.token).then(
        (signUp) => onSignUp(signUp),
        () => beginAgain(),
      );
    } else if (refusal.code === 'ADDRESS_IS_SHARED') setScreen('email');
    else return false;
    return true;
  };
  const onSignUp = (signUp: SignUp) => {
    setBegun((known) => known && { ...known, signUp });
    if (screen !== 'code' || signUp.step !== 'EMAIL_CODE') setScreen(screenOf(signUp));
  };
  const onFinished = (recoveryCodes: string[]) => {
    kept.forget(link);
    setCodes(recoveryCodes);
    setScreen('recovery');
  };

  if (isInvalid) return <Invalid />;
  const common = {
    link,
    invitation,
    typed,
    onTyped: (news: Partial<Typed>) => setTyped((known) => ({ ...known, ...news })),
    onBack: () => setScreen(before(screen) ?? screen),
    onRefusal,
  };
  if (screen === 'email' || !begun) {
    return (
      <EmailStep
        {...common}
        notice={isOver ? t('signUp.over') : null}
        signUp={begun?.signUp ?? null}
        onStarted={(token, signUp) => {
          kept.keep(link, token);
          setOver(false);
          setBegun({ token, signUp });
          setScreen('code');
        }}
        onUnchanged={() => begun && setScreen(begun.signUp.step === 'EMAIL_CODE' ? 'code' : 'profile')}
      />
    );
  }
  const later = { ...common, ...begun, onSignUp };
  switch (screen) {
    case 'code':
      return <CodeStep {...later} />;
    case 'profile':
      return <ProfileStep {...later} onUnchanged={() => setScreen('contact')} />;
    case 'contact':
      return <ContactStep {...later} />;
    case 'app':
      if (offer) return <AppStep {...later} offer={offer} onFinished={onFinished} />;
      break;
    case 'recovery':
      return <RecoveryStep link={link} invitation={invitation} email={begun.signUp.email} codes={codes} />;
    default:
      break;
  }
  return (
    <FactorStep
      {...later}
      onApp={(next) => {
        setOffer(next);
        setScreen('app');
      }}
      onFinished={onFinished}
    />
  );
}
