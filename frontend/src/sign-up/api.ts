import { call } from '../api/post';

export type StepName = 'EMAIL_CODE' | 'PROFILE' | 'CONTACT' | 'SECOND_FACTOR';

/** What somebody has told and proven so far, as the API gives it. */
export interface SignUp {
  /** The first that is still open. */
  step: StepName;
  email: string;
  firstName: string;
  lastName: string;
  phone: string;
  termsVersion: string;
  termsAccepted: boolean;
  resendAfter: string | null;
  triesLeft: number;
}

const SIGN_UP = 'signUp { step email firstName lastName phone termsVersion termsAccepted resendAfter triesLeft }';
const FINISHED = '{ recoveryCodes }';

/** Where a sign-up stands. NOT_FOUND: it is finished or over. */
export const findSignUp = async (token: string): Promise<SignUp> =>
  (
    await call<{ signUp: SignUp }>(
      `query ($token: String!) { ${SIGN_UP.replace('signUp', 'signUp(token: $token)')} }`,
      { token },
    )
  ).signUp;

/** Begins: a code goes to the address. */
export const start = async (input: { invitation: string; email: string; language: string }) =>
  (
    await call<{ signUpStart: { token: string; signUp: SignUp } }>(
      `mutation ($input: SignUpStartInput!) { signUpStart(input: $input) { token ${SIGN_UP} } }`,
      { input },
    )
  ).signUpStart;

type Step = 'ResendCode' | 'VerifyEmail' | 'Profile' | 'Contact';

/** One step of the wizard; it answers where the sign-up stands then. */
const step =
  <Input extends { token: string }>(name: Step) =>
  async (input: Input): Promise<SignUp> => {
    const answer = await call<Record<string, { signUp: SignUp }>>(
      `mutation ($input: SignUp${name}Input!) { answer: signUp${name}(input: $input) { ${SIGN_UP} } }`,
      { input },
    );
    return (answer.answer as { signUp: SignUp }).signUp;
  };

export const resendCode = step<{ token: string }>('ResendCode');
export const verifyEmail = step<{ token: string; code: string }>('VerifyEmail');
export const tellProfile = step<{ token: string; firstName: string; lastName: string; password: string }>('Profile');
export const tellContact = step<{ token: string; phone: string; region: string | null; termsVersion: string }>(
  'Contact',
);

/** What an authenticator app is taught. */
export interface AuthenticatorOffer {
  secret: string;
  uri: string;
}

export const startAuthenticator = async (token: string): Promise<AuthenticatorOffer> =>
  (
    await call<{ offer: AuthenticatorOffer }>(
      'mutation ($input: SignUpStartAuthenticatorInput!) { offer: signUpStartAuthenticator(input: $input) { secret uri } }',
      { input: { token } },
    )
  ).offer;

/** The account is made; these are its recovery codes. */
export const confirmAuthenticator = async (token: string, code: string): Promise<string[]> =>
  (
    await call<{ finished: { recoveryCodes: string[] } }>(
      `mutation ($input: SignUpConfirmAuthenticatorInput!) { finished: signUpConfirmAuthenticator(input: $input) ${FINISHED} }`,
      { input: { token, code } },
    )
  ).finished.recoveryCodes;

export const startPasskey = async (token: string): Promise<{ publicKey?: unknown }> =>
  (
    await call<{ offer: { options: { publicKey?: unknown } } }>(
      'mutation ($input: SignUpStartPasskeyInput!) { offer: signUpStartPasskey(input: $input) { options } }',
      { input: { token } },
    )
  ).offer.options;

/** The account is made; these are its recovery codes. */
export const confirmPasskey = async (token: string, credential: unknown, name: string): Promise<string[]> =>
  (
    await call<{ finished: { recoveryCodes: string[] } }>(
      `mutation ($input: SignUpConfirmPasskeyInput!) { finished: signUpConfirmPasskey(input: $input) ${FINISHED} }`,
      { input: { token, credential, name } },
    )
  ).finished.recoveryCodes;
