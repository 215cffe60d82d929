import { call } from '../api/post';
import { asRefusal, type Refusal } from '../api/refusal';
import { askForPasskey } from '../second-factor/passkeys';

const SIGN_IN =
  'mutation ($input: SignInWithPasskeyInput!) { signInWithPasskey(input: $input) { viewer { user { id } } } }';
const RENEWED_AFTER = 9 * 60_000; // ms; the server forgets a request after ten minutes

/** Asks for a passkey and signs in with it. False when its user turned away. */
export async function signInWithPasskey(): Promise<boolean> {
  const passkey = await askForPasskey('SIGN_IN');
  if (!passkey) return false;
  await call(SIGN_IN, { input: { passkey } });
  return true;
}

interface Offer {
  onSignedIn: () => void;
  onRefused: (refusal: Refusal) => void;
  signal: AbortSignal;
}

/**
 * Lets the browser offer passkeys where the address is typed, for as long as the
 * page waits. A browser asks for one passkey at a time: abort before asking otherwise.
 */
export async function offerPasskeys({ onSignedIn, onRefused, signal }: Offer): Promise<void> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return;
  while (!signal.aborted) {
    const old = AbortSignal.timeout(RENEWED_AFTER);
    try {
      const passkey = await askForPasskey('SIGN_IN', { signal: AbortSignal.any([signal, old]), conditional: true });
      if (passkey) {
        await call(SIGN_IN, { input: { passkey } });
        onSignedIn();
        return;
      }
      if (!old.aborted) return; // its user turned away: the button is still there
    } catch (thrown) {
      // Nobody asked for this yet: a server that can't be reached now is no news. A passkey that is refused is.
      const refused = asRefusal(thrown);
      if (!signal.aborted && refused.code === 'UNAUTHENTICATED') onRefused(refused);
      return;
    }
  }
}
