import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import styles from './Tooltips.module.css';

interface Shown {
  target: Element;
  title: string;
  text: string | null;
}

const DELAY = 500;
const GAP = 6;
const EDGE = 8;

/**
 * One tooltip for a whole page: it explains whatever carries the attributes of
 * tip(). A list of a thousand rows costs nothing until one is pointed at.
 * Screen readers don't need it: the element's own name and description say the
 * same, so it is hidden from them. Escape puts it away.
 */
export function Tooltips() {
  const [shown, setShown] = useState<Shown | null>(null);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let timer = 0;
    const hide = () => {
      clearTimeout(timer);
      setShown(null);
    };
    const show = (target: Element) => {
      const title = target.getAttribute('data-tip');
      if (title) setShown({ target, title, text: target.getAttribute('data-tip-text') });
    };
    const explained = (event: Event) => (event.target instanceof Element ? event.target.closest('[data-tip]') : null);
    const over = (event: PointerEvent) => {
      const target = explained(event);
      hide();
      if (target && event.pointerType === 'mouse') timer = window.setTimeout(show, DELAY, target);
    };
    const focus = (event: FocusEvent) => {
      const target = explained(event);
      hide();
      if (target?.matches(':focus-visible')) show(target);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('pointerover', over, { signal });
    document.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('keydown', key, { signal });
    document.addEventListener('scroll', hide, { signal, capture: true, passive: true });
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, []);

  useLayoutEffect(() => {
    if (!shown || !box.current) return;
    const target = shown.target.getBoundingClientRect();
    const own = box.current.getBoundingClientRect();
    const middle = target.left + target.width / 2 - own.width / 2;
    const left = Math.max(EDGE, Math.min(middle, window.innerWidth - own.width - EDGE));
    const above = target.top - own.height - GAP;
    const top = above >= EDGE ? above : target.bottom + GAP;
    box.current.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
  }, [shown]);

  if (!shown) return null;
  return (
    <div ref={box} className={styles.tip} aria-hidden="true">
      <strong>{shown.title}</strong>
      {shown.text && <span>{shown.text}</span>}
    </div>
  );
}
