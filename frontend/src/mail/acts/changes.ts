// The changes that acts make, one chunk: they come after the first paint, long before anybody acts.
export { deleteThreads } from './deleteThreads';
export { markThreads } from './markThreads';
export { moveThreads } from './moveThreads';
