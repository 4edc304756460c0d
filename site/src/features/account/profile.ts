import type { ProfileChange } from '@contracts/accounts';
import type { PostedForm } from '@features/forms/posted-form';

/** What the profile form says. Choices are checked by the API, so a forged one comes back as a problem. */
export const profileOf = (form: PostedForm): ProfileChange => ({
  name: form.text('name'),
  language: form.text('language') as ProfileChange['language'],
  timeZone: form.text('timeZone'),
  theme: form.text('theme') as ProfileChange['theme'],
});

/** Time zones to choose from: what this server's clock knows, with UTC first. */
export const timeZones = (): { value: string; label: string }[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value, label: value.replaceAll('_', ' ') }));
