/** News of sharing takes the place of older news of it: what is said last is what holds. */
export const SHARING = 'sharing';
