import { useEffect, useRef, useState } from 'react';
import { useTranslation } from '../../i18n/translation';
import { Skeleton } from '../../ui/Skeleton';
import styles from './Letter.module.css';

interface LetterFrameProps {
  src: string;
  /** Plain text follows the theme; HTML lies on white paper. */
  plain: boolean;
  title: string;
}

const LEAST_ZOOM = 0.5; // below it nothing can be read: then one scrolls sideways

/**
 * A body as the server has cleaned it, in a frame that runs no script. Same
 * origin, so that its height can be measured from here; it never measures itself.
 */
export function LetterFrame({ src, plain, title }: LetterFrameProps) {
  const { t } = useTranslation();
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number | null>(null);
  const [page, setPage] = useState<Document | null>(null);
  useEffect(() => {
    const box = frame.current;
    if (!page || !box) return undefined;
    const measure = () => setHeight(fitTo(box, page));
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(page.documentElement);
    if (page.body) watch.observe(page.body);
    watch.observe(box);
    page.addEventListener('keydown', passOn);
    return () => {
      watch.disconnect();
      page.removeEventListener('keydown', passOn);
    };
  }, [page]);
  return (
    <div
      className={styles.paper}
      data-paper={!plain || undefined}
      style={height === null ? undefined : { blockSize: height }}
    >
      {height === null && <Skeleton lines={4} />}
      <iframe
        ref={frame}
        className={styles.frame}
        data-ready={height !== null || undefined}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={src}
        title={t('mailParts.bodyOf', { subject: title })}
        onLoad={() => setPage(frame.current?.contentDocument ?? null)}
      />
    </div>
  );
}

/** Fits a wide newsletter to a narrow screen, and answers how high it is then. */
function fitTo(box: HTMLIFrameElement, page: Document): number {
  const root = page.documentElement;
  root.style.removeProperty('zoom');
  const zoom = Math.max(LEAST_ZOOM, box.clientWidth / Math.max(root.scrollWidth, 1));
  if (zoom < 1) root.style.setProperty('zoom', String(zoom));
  // A page is at least as high as its frame: it tells its own height only to a frame without any.
  // What stands around keeps its height meanwhile, so nothing jumps.
  box.style.blockSize = '0';
  const height = root.scrollHeight * Math.min(zoom, 1);
  box.style.removeProperty('block-size');
  return Math.ceil(height);
}

/** Keys work though focus lies in a message. */
function passOn(event: KeyboardEvent): void {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey, repeat } = event;
  const copy = new KeyboardEvent('keydown', {
    key,
    code,
    ctrlKey,
    metaKey,
    altKey,
    shiftKey,
    repeat,
    bubbles: true,
    cancelable: true,
  });
  if (!document.body.dispatchEvent(copy)) event.preventDefault();
}
