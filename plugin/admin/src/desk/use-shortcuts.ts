import { useEffect, useRef } from 'react';

/** What keys do: `j`, `Enter`, `?`, `ArrowDown`, or two after each other: `g i`. */
export type Shortcuts = Record<string, () => void>;

const typing = 'input, textarea, select, [contenteditable="true"], [role="combobox"], [role="listbox"], [role="menu"], [role="dialog"], [role="alertdialog"]';
// These have keys of their own.
const acting = 'a, button, summary, [role="checkbox"], [role="tab"], [role="switch"]';
const ownKeys = ['Enter', ' ', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight'];
const patience = 1000;

const isElsewhere = (event: KeyboardEvent): boolean => {
  const at = event.target instanceof Element ? event.target : null;
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') || at?.closest(typing)) return true;
  return ownKeys.includes(event.key) && at?.closest(acting) !== null && at !== null;
};

/** Listens while its component is there: never while somebody types, has a dialog open, or holds Ctrl, ⌘ or Alt. */
export const useShortcuts = (shortcuts: Shortcuts): void => {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    let before = { key: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent): void => {
      if (isElsewhere(event)) return;
      const pair = Date.now() - before.at < patience ? latest.current[`${before.key} ${event.key}`] : undefined;
      const act = pair ?? latest.current[event.key];
      before = { key: event.key, at: Date.now() };
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
};
