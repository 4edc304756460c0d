import { useCallback, useRef, useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { uploadFile } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useWords } from '../use-words';
import { useDraft } from './use-draft';
import type { Draft } from './use-draft';

/** A message while it is written and sent. */
export interface Message {
  draft: Draft;
  /** The name of the file on its way. */
  uploading: string | null;
  sending: boolean;
  /** What went wrong last. */
  problem: string | null;
  /** True when sending was tried without words. */
  wordless: boolean;
  write(body: string): void;
  attach(files: File[]): Promise<void>;
  detach(id: string): void;
  /** Resolves to true once the server has it; what was typed stays otherwise. */
  send(): Promise<boolean>;
}

type Send = (body: string, attachments: string[]) => Promise<DeskTicketDetail>;

/** Keeps a message of one kind for one ticket. `key` names its draft. */
export const useMessage = (key: string, deliver: Send, onTicket: (ticket: DeskTicketDetail) => void): Message => {
  const say = useWords();
  const [draft, change, clear] = useDraft(key);
  const [uploading, setUploading] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wordless, setWordless] = useState(false);
  // State is too slow here: a second Ctrl+Enter can come before the next render.
  const busy = useRef(false);

  const write = useCallback((body: string) => {
    setWordless(false);
    change((before) => ({ ...before, body }));
  }, [change]);

  const attach = async (files: File[]): Promise<void> => {
    setProblem(null);
    const problems: string[] = [];
    busy.current = true;
    for (const file of files) {
      setUploading(file.name);
      try {
        const attachment = await uploadFile(file);
        change((before) => ({ ...before, attachments: [...before.attachments, attachment] }));
      } catch (error) {
        problems.push(`${file.name}: ${sayRefusal(error, say)}`);
      }
    }
    busy.current = false;
    setUploading(null);
    if (problems.length > 0) setProblem(problems.join(' '));
  };

  const detach = (id: string): void => change((before) => ({ ...before, attachments: before.attachments.filter((each) => each.id !== id) }));

  const send = async (): Promise<boolean> => {
    if (busy.current) return false;
    setWordless(draft.body.trim() === '');
    if (draft.body.trim() === '') return false;
    busy.current = true;
    setSending(true);
    setProblem(null);
    try {
      const ticket = await deliver(draft.body, draft.attachments.map(({ id }) => id));
      clear();
      onTicket(ticket);
      return true;
    } catch (error) {
      setProblem(sayRefusal(error, say));
      return false;
    } finally {
      busy.current = false;
      setSending(false);
    }
  };

  return { draft, uploading, sending, problem, wordless, write, attach, detach, send };
};
