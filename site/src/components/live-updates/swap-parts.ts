const part = 'data-live';

/** The parts of a page that can be renewed, by name. */
const partsOf = (page: Document): Map<string, Element> => new Map([...page.querySelectorAll(`[${part}]`)].map((element) => [element.getAttribute(part) ?? '', element]));

/** What an element shows, but for what differs each time: "2 minutes ago", and tokens of forms. */
const shown = (element: Element): string => {
  const copy = element.cloneNode(true) as Element;
  for (const time of copy.querySelectorAll('time')) time.textContent = '';
  for (const hidden of copy.querySelectorAll('input[type=hidden]')) hidden.remove();
  return copy.outerHTML.replace(/\s+/g, ' ');
};

const isTyped = (field: Element): boolean =>
  (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) || (field instanceof HTMLInputElement && field.type !== 'hidden' && (field.value !== field.defaultValue || field.checked !== field.defaultChecked));

/** A form in which somebody has typed or stands is his until he is done; one that is whole stays as it is. */
const mustStay = (old: Element, fresh: Element): boolean => {
  const form = old.querySelector('textarea');
  if (!form) return [...old.querySelectorAll('input')].some(isTyped);
  return fresh.querySelector('textarea') !== null || isTyped(form) || old.contains(document.activeElement);
};

/** How to find an element again in a newer copy of its part. */
const likeness = (element: Element): string | null => {
  const [id, href, name] = ['id', 'href', 'name'].map((attribute) => element.getAttribute(attribute));
  const tag = element.tagName.toLowerCase();
  if (id) return `#${CSS.escape(id)}`;
  if (href) return `${tag}[href="${CSS.escape(href)}"]`;
  return name ? `${tag}[name="${CSS.escape(name)}"]` : tag;
};

const openDetails = (element: Element): number[] => [...element.querySelectorAll('details')].flatMap(({ open }, index) => (open ? [index] : []));

const replace = (old: Element, fresh: Element): void => {
  const active = document.activeElement;
  const focused = active && old.contains(active) ? likeness(active) : null;
  const open = openDetails(old);
  old.replaceWith(fresh);
  for (const index of open) fresh.querySelectorAll('details')[index]?.setAttribute('open', '');
  if (focused) fresh.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
};

/** A list whose items have ids keeps those that are the same: what somebody reads or selects is not taken from him. */
const merge = (old: Element, fresh: Element): void => {
  const before = new Map([...old.children].map((child) => [child.id, child]));
  let last: Element | null = null;
  for (const child of [...fresh.children]) {
    const known = before.get(child.id);
    const kept = known && shown(known) === shown(child) ? known : child;
    const place: Element | null = last ? last.nextElementSibling : old.firstElementChild;
    // One that is moved loses what somebody selected in it.
    if (kept !== place) old.insertBefore(kept, place);
    if (kept === known) before.delete(child.id);
    last = kept;
  }
  for (const gone of before.values()) gone.remove();
};

const hasNamedItems = (element: Element): boolean => element.children.length > 0 && [...element.children].every(({ id }) => id !== '');

/** Puts what is new in `fresh` into this page; answers whether anything was. */
export const swapParts = (fresh: Document): boolean => {
  const newer = partsOf(fresh);
  let changed = false;
  for (const [name, old] of partsOf(document)) {
    const next = newer.get(name);
    if (!next || mustStay(old, next) || shown(old) === shown(next)) continue;
    changed = true;
    if (hasNamedItems(old) && hasNamedItems(next)) merge(old, next);
    else replace(old, document.importNode(next, true));
  }
  return changed;
};

/** Runs `work` and leaves what the reader has before his eyes where it was: his field, else the middle of the screen. */
export const keepingPlace = <Result>(work: () => Result): Result => {
  const active = document.activeElement;
  const place = active && active !== document.body ? active : document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  const before = place?.getBoundingClientRect();
  const seen = before !== undefined && before.bottom > 0 && before.top < innerHeight;
  const correct = (): void => {
    if (seen && place?.isConnected) scrollBy({ top: place.getBoundingClientRect().top - before.top, behavior: 'instant' });
  };
  const result = work();
  correct();
  // Browsers that anchor by themselves do so at the next frame.
  requestAnimationFrame(correct);
  return result;
};
