import { type ChangeEvent, useRef, useState } from 'react';

type Checks<Name extends string> = Record<Name, (value: string) => string | null>;

/**
 * The text fields of a form. An error appears when a field is left or the form
 * is sent, never on each key, and goes as soon as the field is right again.
 * What was typed before, on a step that somebody comes back to, is `initial`.
 */
export function useFields<Name extends string>(
  checks: Checks<Name>,
  initial: Partial<Record<NoInfer<Name>, string>> = {},
) {
  const names = Object.keys(checks) as Name[];
  const [values, setValues] = useState(
    () => Object.fromEntries(names.map((name) => [name, initial[name] ?? ''])) as Record<Name, string>,
  );
  const [errors, setErrors] = useState<Partial<Record<Name, string | null>>>({});
  const inputs = useRef<Partial<Record<Name, HTMLInputElement | null>>>({});

  const setError = (name: Name, error: string | null) => setErrors((known) => ({ ...known, [name]: error }));

  const field = (name: Name) => ({
    name,
    value: values[name],
    error: errors[name],
    ref: (input: HTMLInputElement | null) => {
      inputs.current[name] = input;
    },
    onChange: (event: ChangeEvent<HTMLInputElement>) => {
      const value = event.target.value;
      setValues((known) => ({ ...known, [name]: value }));
      if (errors[name]) setError(name, checks[name](value));
    },
    // An untouched field that is only passed through is not an error yet.
    onBlur: () => {
      if (values[name]) setError(name, checks[name](values[name]));
    },
  });

  /** Checks all of them; focus goes to the first that is wrong. */
  const check = (): boolean => {
    const found = Object.fromEntries(names.map((name) => [name, checks[name](values[name])])) as Record<
      Name,
      string | null
    >;
    setErrors(found);
    const wrong = names.find((name) => found[name]);
    if (wrong) inputs.current[wrong]?.focus();
    return !wrong;
  };

  /** Shows what the server found wrong with a field, and leads there. */
  const refuse = (name: Name, error: string) => {
    setError(name, error);
    inputs.current[name]?.focus();
  };

  return { values, field, check, refuse };
}

/** Enough to catch a slip; whether mail arrives there only sending can tell. */
export const looksLikeAddress = (value: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim());

export const looksLikeDomain = (value: string): boolean => /^[^\s@./]+(\.[^\s@./]+)+$/.test(value.trim());
