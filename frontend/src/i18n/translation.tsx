import { type I18n, type Messages, setupI18n } from '@lingui/core';
import { createContext, Fragment, type ReactNode, use, useMemo } from 'react';
import type { Key } from './keys';
import type { Language } from './languages';

const Context = createContext<I18n>(setupI18n({ locale: 'en', messages: { en: {} } }));

/** A set of words in each language. */
export type Loaders = Record<Language, () => Promise<{ default: Messages }>>;

let page: I18n; // what the page says: parts that come later add their words to it

/** Fetches one language and names it on the page, for screen readers and hyphenation. */
export async function loadTranslation(language: Language, ...words: Loaders[]): Promise<I18n> {
  page = setupI18n({ locale: language, messages: { [language]: {} } });
  await addWords(words);
  document.documentElement.lang = language;
  return page;
}

async function addWords(words: Loaders[]): Promise<void> {
  const language = page.locale as Language;
  for (const { default: messages } of await Promise.all(words.map((loaders) => loaders[language]()))) {
    page.load(language, messages);
  }
}

/** A part of the page, fetched together with the words that it says. */
export async function withWords<Part>(part: Promise<Part>, ...words: Loaders[]): Promise<Part> {
  const [fetched] = await Promise.all([part, addWords(words)]);
  return fetched;
}

export function TranslationProvider(props: { i18n: I18n; children: ReactNode }) {
  return <Context value={props.i18n}>{props.children}</Context>;
}

export interface Translation {
  /** Says a message with these values: `t('mail.unread', { count: 3 })`. */
  t: (key: Key, values?: Record<string, string | number | Date>) => string;
  language: Language;
}

export function useTranslation(): Translation {
  const i18n = use(Context);
  return useMemo(() => ({ t: (key, values) => i18n._(key, values), language: i18n.locale as Language }), [i18n]);
}

// Private-use characters that no message holds; they mark where a node belongs.
const OPEN = '\uE000';
const CLOSE = '\uE001';

/** A message with elements among its words: `<Words of="x.signedInAs" values={{ email: <strong>{email}</strong> }} />`. */
export function Words(props: { of: Key; values: Record<string, ReactNode> }) {
  const { t } = useTranslation();
  const nodes: ReactNode[] = [];
  const values: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(props.values)) {
    if (typeof value === 'string' || typeof value === 'number') values[name] = value;
    else values[name] = `${OPEN}${nodes.push(value) - 1}${CLOSE}`;
  }
  const parts = t(props.of, values).split(new RegExp(`${OPEN}(\\d+)${CLOSE}`));
  return parts.map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one sentence never change places
    <Fragment key={at}>{at % 2 === 0 ? part : nodes[Number(part)]}</Fragment>
  ));
}
