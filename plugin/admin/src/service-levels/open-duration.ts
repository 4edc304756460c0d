/** Minutes as hours and minutes of opening, `4:30`; empty for none. */
export const durationText = (minutes: number | null): string => (minutes === null ? '' : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`);

/** The minutes of `4:30` or of whole hours, `4`; null for nothing, NaN for anything else. */
export const minutesOfText = (text: string): number | null => {
  const typed = text.trim();
  if (typed === '') return null;
  const [, hours, minutes] = /^(\d{1,4})(?::([0-5]\d))?$/.exec(typed) ?? [];
  return hours === undefined ? Number.NaN : Number(hours) * 60 + Number(minutes ?? 0);
};
