/** The attributes that make Tooltips (mounted once by each page) explain an element on hover and on focus. */
export const tip = (title: string, text?: string | null) => ({ 'data-tip': title, 'data-tip-text': text || undefined });
