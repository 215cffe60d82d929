import { lazy } from 'react';

const load = () => import('./overlays');

export const LazyDialog = lazy(() => load().then((overlays) => ({ default: overlays.DialogLayer })));
export const LazyMenu = lazy(() => load().then((overlays) => ({ default: overlays.MenuLayer })));
export const LazyPopover = lazy(() => load().then((overlays) => ({ default: overlays.PopoverLayer })));
export const LazyToasts = lazy(() => load().then((overlays) => ({ default: overlays.ToastLayer })));

/** Fetches them before they are asked for: on idle, and when a pointer comes near. */
export const preloadOverlays = (): void => void load();

export const loadToasts = () => load().then((overlays) => overlays.toastManager);
