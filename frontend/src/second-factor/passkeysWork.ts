/** Whether this browser can make and use passkeys here: it must be new enough, and the page secure. */
export const passkeysWork = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential;
