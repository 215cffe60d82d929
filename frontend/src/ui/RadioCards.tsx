import { type ReactNode, useId } from 'react';
import styles from './RadioCards.module.css';

export interface RadioCard<V extends string> {
  value: V;
  name: ReactNode;
  help?: ReactNode;
  /** Why it can't be chosen; it takes the place of the help. */
  disabledReason?: string | null;
}

interface RadioCardsProps<V extends string> {
  legend: string;
  /** The legend is spoken only, where a heading already says it. */
  legendSpoken?: boolean;
  cards: readonly RadioCard<V>[];
  value: V | null;
  onChange: (value: V) => void;
  /** One card a line, however wide. */
  stacked?: boolean;
  /** The form field's name, where a form sends it. */
  name?: string;
}

/** One of a few, each with a sentence that says what it means. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const group = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={props.legendSpoken ? 'spoken' : styles.legend}>{props.legend}</legend>
      <div className={styles.cards} data-stacked={props.stacked || undefined}>
        {props.cards.map((card) => {
          const noteId = `${group}-${card.value}`;
          const note = card.disabledReason ?? card.help;
          return (
            <label key={card.value} className={styles.card}>
              <input
                type="radio"
                name={props.name ?? group}
                value={card.value}
                checked={props.value === card.value}
                aria-disabled={card.disabledReason ? true : undefined}
                aria-describedby={note ? noteId : undefined}
                onChange={() => {
                  if (!card.disabledReason) props.onChange(card.value);
                }}
              />
              <span className={styles.name}>{card.name}</span>
              {note && (
                <span id={noteId} className={styles.help}>
                  {note}
                </span>
              )}
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
