import { encode } from 'uqr';
import styles from './QrCode.module.css';

const QUIET = 2; // modules of white around it, beside the padding

/** A text to be photographed by a phone, drawn in the page: nothing is asked of any other server. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg
      className={styles.qr}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <path fill="currentColor" d={squares(data)} />
    </svg>
  );
}

/** One path for all dark squares: each run of a line is one rectangle. */
export function squares(rows: readonly (readonly boolean[])[]): string {
  const path: string[] = [];
  for (const [y, row] of rows.entries()) {
    let from = -1;
    for (let x = 0; x <= row.length; x++) {
      if (row[x] && from < 0) from = x;
      if (!row[x] && from >= 0) {
        path.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
        from = -1;
      }
    }
  }
  return path.join('');
}
