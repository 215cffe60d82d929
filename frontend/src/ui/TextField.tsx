import type { ComponentProps } from 'react';
import { Field, type FieldProps } from './Field';

type Own = keyof FieldProps | 'id' | 'className' | 'children';

export function TextField(props: FieldProps & Omit<ComponentProps<'input'>, Own>) {
  const { label, help, error, optional, size, ...input } = props;
  return (
    <Field {...{ label, help, error, optional, size }}>
      {(wiring) => <input type="text" {...input} {...wiring} />}
    </Field>
  );
}

export function TextArea(props: FieldProps & Omit<ComponentProps<'textarea'>, Own>) {
  const { label, help, error, optional, size, ...input } = props;
  return <Field {...{ label, help, error, optional, size }}>{(wiring) => <textarea {...input} {...wiring} />}</Field>;
}
