import type { PostedForm } from '@features/forms/posted-form';

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
};

/** What a posted second step says, as the API takes it. A passkey goes before a code that stands beside it, since the button was pressed. */
export const secondStepOf = (form: PostedForm): Record<string, unknown> => {
  if (form.text('passkey')) return { passkey: parsed(form.text('passkey')) };
  if (form.text('do') === 'recover') return { recoveryCode: form.text('recoveryCode') };
  if (form.text('do') === 'mailed') return { mailedCode: form.text('mailedCode') };
  if (form.text('do') === 'password') return { password: form.text('password') };
  return { code: form.text('code') };
};
