const STORED = 'latchkey.mailbox';

/** The address that `/mail` opens in this browser: the one that was open last. */
export const lastUsed = {
  get: (): string | null => localStorage.getItem(STORED),
  remember: (address: string): void => localStorage.setItem(STORED, address),
  /** Nothing of a mailbox that was taken back stays here, its address included. */
  forget(address: string): void {
    if (localStorage.getItem(STORED) === address) localStorage.removeItem(STORED);
  },
};
