import type { Loaders } from './translation';

// Words of signing in that come with its later steps.
export const laterMessages: Loaders = {
  en: () => import('virtual:messages/en/second-factor+credentials+reset'),
  fr: () => import('virtual:messages/fr/second-factor+credentials+reset'),
  de: () => import('virtual:messages/de/second-factor+credentials+reset'),
  it: () => import('virtual:messages/it/second-factor+credentials+reset'),
  es: () => import('virtual:messages/es/second-factor+credentials+reset'),
};
