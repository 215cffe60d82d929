/** A URL of ours with a switch set: `?images=1`, `?show=1`. */
export const withFlag = (url: string, flag: string): string => `${url}${url.includes('?') ? '&' : '?'}${flag}=1`;
