import type { Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';

/** A device that keeps passkeys and asks for a finger, without any device: Chromium's own. */
export interface Device {
  /** How many passkeys it keeps. */
  count: () => Promise<number>;
  /** From now on the finger is right, or it is not. */
  verifies: (right: boolean) => Promise<void>;
  remove: () => Promise<void>;
}

/** Gives a page a device for passkeys. It belongs to the page: another tab has its own. */
export async function withDevice(page: Page): Promise<Device> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('WebAuthn.enable');
  const { authenticatorId } = await protocol.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    count: async () => (await protocol.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length,
    verifies: async (right) => {
      await protocol.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: right });
    },
    remove: async () => {
      await protocol.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId });
    },
  };
}

/** What an authenticator app shows for a secret (base 32), now or some steps of 30 seconds later. */
export const codeOf = (secret: string, stepsLater = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate({
    timestamp: Date.now() + stepsLater * 30_000,
  });
