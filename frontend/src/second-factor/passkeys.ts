import { call } from '../api/post';

/** What the API takes as `PasskeyProof`. */
export interface PasskeyProof {
  request: string;
  credential: unknown;
}

export type PasskeyPurpose = 'SIGN_IN' | 'SECOND_FACTOR' | 'STEP_UP';

const REQUEST = 'mutation ($input: RequestPasskeyInput!) { requestPasskey(input: $input) { request options } }';

interface Asking {
  /** For SECOND_FACTOR: whose passkey. */
  challenge?: string;
  signal?: AbortSignal;
  /** Among what the browser fills in, in place of a window of its own. */
  conditional?: boolean;
}

/**
 * Asks the device for a passkey. Null when its user turned away, which is no
 * error, or when the browser stopped waiting. The server's no is thrown as a Refusal.
 */
export async function askForPasskey(purpose: PasskeyPurpose, asking: Asking = {}): Promise<PasskeyProof | null> {
  const { challenge, signal, conditional } = asking;
  const { requestPasskey } = await call<{
    requestPasskey: { request: string; options: { publicKey?: unknown } };
  }>(REQUEST, { input: { purpose, challenge } }, signal);
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(unwrap(requestPasskey.options));
  const credential = await unlessDismissed(() =>
    navigator.credentials.get({ publicKey, signal, ...(conditional ? { mediation: 'conditional' } : {}) }),
  );
  return credential && { request: requestPasskey.request, credential: (credential as PublicKeyCredential).toJSON() };
}

/** Makes a passkey on the device, by the options that the server gave. Null when its user turned away. */
export async function makePasskey(options: { publicKey?: unknown }): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(unwrap(options));
  const credential = await unlessDismissed(() => navigator.credentials.create({ publicKey }));
  return credential && (credential as PublicKeyCredential).toJSON();
}

// Servers write the options alone, or as the member that navigator.credentials takes.
const unwrap = <Options>(options: { publicKey?: unknown }): Options => (options.publicKey ?? options) as Options;

/** What a device says when somebody pressed "cancel", or did nothing: browsers don't tell these apart, on purpose. Or we stopped asking. */
const DISMISSED = new Set(['NotAllowedError', 'AbortError', 'TimeoutError']);

async function unlessDismissed<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (failure) {
    if (failure instanceof DOMException && DISMISSED.has(failure.name)) return null;
    throw failure;
  }
}

/** What to call a passkey of this device until its user renames it: "Chrome, Windows". */
export function deviceName(agent = navigator.userAgent): string {
  const browser = ['Edg', 'Firefox', 'Chrome', 'Safari']
    .find((name) => agent.includes(`${name}/`))
    ?.replace('Edg', 'Edge');
  const system = /(iPhone|iPad|Android|Windows|Mac OS X|CrOS|Linux)/.exec(agent)?.[1]?.replace('Mac OS X', 'macOS');
  return [browser, system?.replace('CrOS', 'ChromeOS')].filter(Boolean).join(', ') || 'Passkey';
}
