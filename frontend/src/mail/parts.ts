import { lazy } from 'react';
import { mailPartsMessages, sharingMessages } from '../i18n/appMessages';
import { withWords } from '../i18n/translation';

// What isn't needed to see a list of mail: fetched when the page is idle, or when somebody is faster than that.
const talking = <Part>(part: Promise<Part>): Promise<Part> => withWords(part, mailPartsMessages);
const dialogs = () => withWords(import('./menu/dialogs'), mailPartsMessages, sharingMessages);
const panel = () => talking(import('./switcher/SwitcherPanel'));
const reader = () => talking(import('./reader/ReaderPane'));
const following = () => import('./live/following');
const choosing = () => talking(import('./list/ChosenBar'));
export const loadChanges = () => talking(import('./acts/changes'));
const ending = () => talking(import('./EndedPage'));
const asking = () => talking(import('./acts/ActDialogs'));

export const SettingsDialog = lazy(() => dialogs().then((part) => ({ default: part.SettingsDialog })));
export const MayDoDialog = lazy(() => dialogs().then((part) => ({ default: part.MayDoDialog })));
export const LeaveDialog = lazy(() => dialogs().then((part) => ({ default: part.LeaveDialog })));
export const SwitcherPanel = lazy(() => panel().then((part) => ({ default: part.SwitcherPanel })));
export const ReaderPane = lazy(() => reader().then((part) => ({ default: part.ReaderPane })));
export const FollowMailbox = lazy(() => following().then((part) => ({ default: part.FollowMailbox })));
export const UnreadCounts = lazy(() => following().then((part) => ({ default: part.UnreadCounts })));
export const ChosenBar = lazy(() => choosing().then((part) => ({ default: part.ChosenBar })));
export const EndedPage = lazy(() => ending().then((part) => ({ default: part.EndedPage })));
export const ActDialogs = lazy(() => asking().then((part) => ({ default: part.ActDialogs })));
export const StarredThreads = lazy(() =>
  import('./list/StarredThreads').then((part) => ({ default: part.StarredThreads })),
);
export const SearchThreads = lazy(() =>
  import('./list/SearchThreads').then((part) => ({ default: part.SearchThreads })),
);
export const Palette = lazy(() => talking(import('./keyboard/Palette')).then((part) => ({ default: part.Palette })));
export const MailKeys = lazy(() => talking(import('./keyboard/MailKeys')).then((part) => ({ default: part.MailKeys })));
export const InviteDialog = lazy(() =>
  withWords(import('../sharing/InviteDialog'), sharingMessages).then((part) => ({ default: part.InviteDialog })),
);

/** Fetches what is likely next. A failure shows when the part is needed, not before. */
export function preloadParts(): void {
  for (const part of [loadChanges, reader, panel, dialogs, choosing, ending]) part().catch(() => undefined);
}

/** The query of the reader, which comes with its code. */
export const loadReaderQuery = () => import('./reader/Reader').then((part) => part.readerQuery);
