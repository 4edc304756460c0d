/** What all fields have in common. */
export interface FieldProps {
  name: string;
  /** Default: the name, so that an error summary can link to `#name`. */
  id?: string | undefined;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Says "(optional)" beside the label; every other field is announced as required. */
  optional?: boolean | undefined;
  /** A filter of a list: neither required nor worth saying that it is not. */
  filter?: boolean | undefined;
}

export interface FieldIds {
  id: string;
  hintId: string;
  errorId: string;
  describedBy: string | undefined;
}

/** The ids that tie a control to its hint, its error and, through `more`, to anything else that describes it. */
export const fieldIds = ({ id, name, hint, error }: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error'>, ...more: string[]): FieldIds => {
  const own = id ?? name;
  const hintId = `${own}-hint`;
  const errorId = `${own}-error`;
  const describing = [hint && hintId, error && errorId, ...more].filter(Boolean);
  return { id: own, hintId, errorId, describedBy: describing.join(' ') || undefined };
};

/** The ARIA attributes of a control: described by hint and error, invalid, required. */
export const controlAria = (props: FieldProps, ...more: string[]) => ({
  'aria-describedby': fieldIds(props, ...more).describedBy,
  'aria-invalid': props.error ? ('true' as const) : undefined,
  'aria-required': props.optional || props.filter ? undefined : ('true' as const),
});
