import { type ComponentProps, Suspense } from 'react';
import { Boundary } from '../../api/Boundary';
import { Skeleton } from '../../ui/Skeleton';
import { Reader } from './Reader';
import styles from './Reader.module.css';
import { ReaderBar } from './ReaderBar';

type ReaderPaneProps = ComponentProps<typeof ReaderBar> & ComponentProps<typeof Reader>;

/** The open thread under what can be done with it. The bar stays while the next one comes. */
export function ReaderPane({ backTo, onPlace, order, ...reader }: ReaderPaneProps) {
  const { threadId, backHref } = reader;
  const loading = (
    <div className={styles.loading}>
      <Skeleton lines={6} />
    </div>
  );
  return (
    <>
      <ReaderBar {...{ backHref, backTo, onPlace, order, threadId }} />
      <Boundary resetBy={threadId}>
        <Suspense key={threadId} fallback={loading}>
          <Reader {...reader} />
        </Suspense>
      </Boundary>
    </>
  );
}
