import { useEffect, useRef, useState } from 'react';
import type { SecretKind } from '../../../contracts/secrets';
import { withoutSecrets } from '../../../contracts/secrets';
import { refusalOf, sayRefusal } from '../desk/refusal';
import { keepBeforeDraft, useDraft } from '../ticket/use-draft';
import { useWords } from '../use-words';
import { sendChatMessage } from './client';

/** What an agent writes in one chat. */
export interface Writing {
  text: string;
  write(text: string): void;
  /** Sends it; meanwhile the next can be written. */
  submit(): void;
  /** Sent, but not there yet, in their order. */
  underWay: string[];
  sending: boolean;
  problem: string | null;
  /** What looks secret in what was not sent for that. */
  secrets: SecretKind[];
  takeOut(): void;
  submitSecret(): void;
}

const keyOf = (chat: string): string => `portal.chat.${chat}`;

/** The draft of one chat, kept in this tab; what comes back when nobody shows it is kept likewise. */
const useChatDraft = (chat: string) => {
  const [{ body }, change] = useDraft(keyOf(chat));
  const shown = useRef(true);
  useEffect(() => {
    shown.current = true;
    return () => void (shown.current = false);
  }, []);
  const write = (text: string): void => change((before) => ({ ...before, body: text }));
  const giveBack = (text: string): void => {
    if (shown.current) change((before) => ({ ...before, body: [text, before.body].filter(Boolean).join('\n') }));
    else keepBeforeDraft(keyOf(chat), { body: text, attachments: [] });
  };
  return { body, write, giveBack };
};

/** Sends one message after the other, so that they keep their order; what was refused comes back before what is written by now. */
export const useWriting = (chat: string, reload: () => Promise<void>): Writing => {
  const say = useWords();
  const { body, write, giveBack } = useChatDraft(chat);
  const [problem, setProblem] = useState<string | null>(null);
  const [secrets, setSecrets] = useState<SecretKind[]>([]);
  const [underWay, setUnderWay] = useState<string[]>([]);
  const line = useRef<string[]>([]);
  // What was not answered may have arrived all the same: the same words again are the same message.
  const tried = useRef({ text: '', key: '' });
  const put = (texts: string[]): void => {
    line.current = texts;
    setUnderWay(texts);
  };
  const refused = (error: unknown): void => {
    giveBack(line.current.join('\n'));
    put([]);
    const { code, fields } = refusalOf(error);
    setSecrets(code === 'secret_found' ? fields.flatMap(({ found }) => found ?? []) : []);
    setProblem(code === 'secret_found' ? null : sayRefusal(error, say));
    void reload();
  };
  const deliver = async (allowSecrets: boolean): Promise<void> => {
    for (let text = line.current[0]; text !== undefined; text = line.current[0]) {
      try {
        if (tried.current.text !== text) tried.current = { text, key: crypto.randomUUID() };
        await sendChatMessage(chat, text, tried.current.key, allowSecrets);
        tried.current = { text: '', key: '' };
        await reload();
        put(line.current.slice(1));
      } catch (error) {
        refused(error);
      }
    }
  };
  const send = (allowSecrets: boolean): void => {
    if (body.trim() === '') return;
    const resting = line.current.length === 0;
    setProblem(null);
    setSecrets([]);
    put([...line.current, body]);
    write('');
    if (resting) void deliver(allowSecrets);
  };
  const change = (text: string): void => {
    setSecrets([]);
    write(text);
  };
  return { text: body, write: change, submit: () => send(false), underWay, sending: underWay.length > 0, problem, secrets, takeOut: () => change(withoutSecrets(body)), submitSecret: () => send(true) };
};
