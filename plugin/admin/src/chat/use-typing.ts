import { useEffect, useRef, useState } from 'react';
import { onTyping, signTyping } from '../live/desk-line';

/** While somebody goes on, it is said again so often. */
const renewMs = 3000;
/** Who has not typed for so long has stopped. */
const pauseMs = 6000;
/** What was said once holds no longer. */
const holdsMs = 10_000;

/** Whether the visitor writes; `read` is what came with the chat. */
export const useVisitorTyping = (chat: string, read: boolean): boolean => {
  const [typing, setTyping] = useState(read);
  useEffect(() => setTyping(read), [read]);
  useEffect(() => onTyping((sign) => sign.chat === chat && setTyping(sign.typing)), [chat]);
  useEffect(() => {
    if (!typing) return undefined;
    const timer = setTimeout(() => setTyping(false), holdsMs);
    return () => clearTimeout(timer);
  }, [typing]);
  return typing;
};

/** Tells the visitor that the agent writes, and that he stopped. A draft of before is no writing. */
export const useSignTyping = (chat: string, text: string): void => {
  const saidAt = useRef(0);
  const before = useRef(text);
  useEffect(() => {
    const stop = (): void => {
      if (saidAt.current > 0) signTyping({ chat, typing: false });
      saidAt.current = 0;
    };
    if (before.current === text) return undefined;
    before.current = text;
    if (text === '') {
      stop();
      return undefined;
    }
    if (Date.now() - saidAt.current > renewMs) {
      signTyping({ chat, typing: true });
      saidAt.current = Date.now();
    }
    const timer = setTimeout(stop, pauseMs);
    return () => clearTimeout(timer);
  }, [chat, text]);
  useEffect(() => () => void (saidAt.current > 0 && signTyping({ chat, typing: false })), [chat]);
};
