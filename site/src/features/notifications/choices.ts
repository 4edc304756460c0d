import { channelsOf, notificationChannels, notificationKinds } from '@contracts/notifications';
import type { NotificationChoices } from '@contracts/notifications';
import type { PostedForm } from '@features/forms/posted-form';

const time = (form: PostedForm, name: string): string | null => form.text(name) || null;

/** What the form says: `choice.<kind>.<channel>` is there where it is ticked. Odd values are refused by the API. */
export const choicesOf = (form: PostedForm): NotificationChoices => ({
  choices: Object.fromEntries(notificationKinds.map((kind) => [kind, notificationChannels.filter((channel) => form.text(`choice.${kind}.${channel}`) !== '')])) as NotificationChoices['choices'],
  quietFrom: time(form, 'quietFrom'),
  quietUntil: time(form, 'quietUntil'),
  digestHour: Number(form.text('digestHour')),
});

/** The rows of the form: each kind with the channels that it has. */
export const choiceRows = notificationKinds.map((kind) => ({ kind, channels: notificationChannels.filter((channel) => channelsOf(kind).includes(channel)) }));

const padded = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
/** Full hours of a day, as a clock shows them. */
export const hourOptions = Array.from({ length: 24 }, (_, hour) => ({ value: padded(hour), label: padded(hour) }));
/** The same for an hour by its number. */
export const digestOptions = hourOptions.map(({ label }, hour) => ({ value: String(hour), label }));

/** The hours to choose from, with one that came by the API and is none of the full ones. */
export const hoursWith = (value: string | null, none: string): { value: string; label: string }[] => [
  { value: '', label: none },
  ...(value !== null && !hourOptions.some((option) => option.value === value) ? [{ value, label: value }] : []),
  ...hourOptions,
];
