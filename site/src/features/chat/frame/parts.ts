import type { FrameWords } from './frame-words';

/** The parts of the frame, of which one is shown. */
export type Part = 'begin' | 'offers' | 'talk' | 'ending' | 'away';

/** Whatever is marked with such a name within a part; null where there is none. */
export const piece = <Found extends HTMLElement = HTMLElement>(root: ParentNode, name: string): Found | null => root.querySelector<Found>(`[data-${name}]`);
/** One part; null where it is missing. */
export const part = (root: ParentNode, name: Part): HTMLElement | null => root.querySelector<HTMLElement>(`[data-part=${name}]`);
/** The button of that name; null where there is none. */
export const button = (root: ParentNode, name: string): HTMLButtonElement | null => root.querySelector<HTMLButtonElement>(`button[name=${name}]`);

/** Puts words where they are not already: what is read aloud is read once. */
export const put = (element: Element | null, words: string): void => {
  if (element && element.textContent !== words) element.textContent = words;
};

/** Shows one part, and leads whoever works in the frame to its title. */
export const showPart = (root: ParentNode, name: Part): void => {
  const shown = part(root, name);
  if (!shown?.hidden) return;
  const inside = document.hasFocus() && document.activeElement !== document.body;
  for (const each of root.querySelectorAll<HTMLElement>('[data-part]')) each.hidden = each !== shown;
  const field = name === 'talk' ? shown.querySelector<HTMLElement>('[data-write]:not([hidden]) textarea') : null;
  if (inside) (field ?? shown.querySelector<HTMLElement>('h1'))?.focus();
};

/** Says at a form why it was not taken; '' takes it back. `field` is the one to blame. */
export const fault = (root: HTMLElement | null, words: string, field?: HTMLElement | null): void => {
  const place = root && piece(root, 'fault');
  if (!root || !place) return;
  for (const each of root.querySelectorAll('[aria-invalid]')) each.removeAttribute('aria-invalid');
  place.hidden = words === '';
  place.role = 'alert';
  put(place, words);
  field?.setAttribute('aria-invalid', 'true');
  field?.focus();
};

/** The sentence for a refusal: of its first field, of its code, or that nobody could be reached. */
export const faultOf = ({ faults, unavailable }: Pick<FrameWords, 'faults' | 'unavailable'>, code: string, fields: string[]): string => faults[fields[0] ?? ''] ?? faults[code] ?? unavailable;
