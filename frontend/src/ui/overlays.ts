// All that floats, with the primitives it stands on: one chunk, fetched when
// the page is idle or when somebody reaches for it, never for the first paint.
export { DialogLayer } from './DialogLayer';
export { MenuLayer } from './MenuLayer';
export { PopoverLayer } from './PopoverLayer';
export { ToastLayer, toastManager } from './ToastLayer';
