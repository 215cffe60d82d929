import type { Loaders } from './translation';

// What Mail, Manager and Account say: a chunk for each part and language, fetched with the part.

/** What all of them say. */
export const appMessages: Loaders = {
  en: () => import('virtual:messages/en/ui+errors'),
  fr: () => import('virtual:messages/fr/ui+errors'),
  de: () => import('virtual:messages/de/ui+errors'),
  it: () => import('virtual:messages/it/ui+errors'),
  es: () => import('virtual:messages/es/ui+errors'),
};

export const mailMessages: Loaders = {
  en: () => import('virtual:messages/en/mail'),
  fr: () => import('virtual:messages/fr/mail'),
  de: () => import('virtual:messages/de/mail'),
  it: () => import('virtual:messages/it/mail'),
  es: () => import('virtual:messages/es/mail'),
};

/** What the parts of Mail say that aren't needed to see a list of mail. */
export const mailPartsMessages: Loaders = {
  en: () => import('virtual:messages/en/mail-parts'),
  fr: () => import('virtual:messages/fr/mail-parts'),
  de: () => import('virtual:messages/de/mail-parts'),
  it: () => import('virtual:messages/it/mail-parts'),
  es: () => import('virtual:messages/es/mail-parts'),
};

export const managerMessages: Loaders = {
  en: () => import('virtual:messages/en/manager'),
  fr: () => import('virtual:messages/fr/manager'),
  de: () => import('virtual:messages/de/manager'),
  it: () => import('virtual:messages/it/manager'),
  es: () => import('virtual:messages/es/manager'),
};

export const sharingMessages: Loaders = {
  en: () => import('virtual:messages/en/permission+sharing'),
  fr: () => import('virtual:messages/fr/permission+sharing'),
  de: () => import('virtual:messages/de/permission+sharing'),
  it: () => import('virtual:messages/it/permission+sharing'),
  es: () => import('virtual:messages/es/permission+sharing'),
};

export const accountMessages: Loaders = {
  en: () => import('virtual:messages/en/second-factor+account'),
  fr: () => import('virtual:messages/fr/second-factor+account'),
  de: () => import('virtual:messages/de/second-factor+account'),
  it: () => import('virtual:messages/it/second-factor+account'),
  es: () => import('virtual:messages/es/second-factor+account'),
};
