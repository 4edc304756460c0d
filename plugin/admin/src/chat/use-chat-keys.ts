import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import type { ChatLine } from '../../../contracts/chat';
import { useShortcuts } from '../desk/use-shortcuts';
import { chatPath } from '../places';
import { chatField } from './ChatComposer';

const patienceMs = 3000;

/**
 * Puts the focus into the field of a chat as soon as it shows: the agent asked for that chat by a key, or took it.
 * Where he has gone elsewhere meanwhile, he is left there.
 */
export const focusChatField = (chat: string): void => {
  const until = Date.now() + patienceMs;
  const from = document.activeElement;
  const attempt = (): void => {
    const now = document.activeElement;
    if (now !== from && now !== document.body) return;
    const field = document.querySelector<HTMLElement>(`textarea[name="${chatField}"][data-chat="${CSS.escape(chat)}"]`);
    if (field) field.focus();
    else if (Date.now() < until) setTimeout(attempt, 50);
  };
  attempt();
};

interface Keys {
  mine: ChatLine[];
  open: string | undefined;
  search: string;
  /** Takes the chat that is open if it waits, else the next. */
  take(): void;
  help(): void;
}

/** Alt and a number open one of the agent's own chats, also while he types; the rest are keys like those of the inbox. */
export const useChatKeys = ({ mine, open, search, take, help }: Keys): void => {
  const navigate = useNavigate();
  const go = (line: ChatLine | undefined): void => {
    if (!line) return;
    // The field of the chat before must not get what is typed for this one.
    if (document.activeElement instanceof HTMLElement && line.key !== open) document.activeElement.blur();
    navigate(chatPath(line.key, search));
    focusChatField(line.key);
  };
  const step = (by: 1 | -1): void => go(mine[(mine.findIndex(({ key }) => key === open) + by + mine.length) % mine.length]);
  const latest = useRef((_number: number): void => undefined);
  latest.current = (number) => go(mine[number - 1]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const number = /^Digit([1-9])$/.exec(event.code)?.[1];
      if (!number || !event.altKey || event.ctrlKey || event.metaKey || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      latest.current(Number(number));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  useShortcuts({ j: () => step(1), k: () => step(-1), a: take, r: () => open && focusChatField(open), '?': help });
};
