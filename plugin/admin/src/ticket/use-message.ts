import { useCallback, useRef, useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { withoutSecrets } from '../../../contracts/secrets';
import type { SecretKind } from '../../../contracts/secrets';
import { uploadFile } from '../desk/client';
import { refusalOf, sayRefusal } from '../desk/refusal';
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
  /** What the server saw in it that nobody should send; empty where it saw nothing. */
  secrets: SecretKind[];
  /** Takes it out of the draft. */
  takeOut(): void;
  /** True when the server refused because somebody wrote meanwhile. */
  overtaken: boolean;
  write(body: string): void;
  attach(files: File[]): Promise<void>;
  detach(id: string): void;
  /** Puts a whole draft in place of this one. */
  restore(draft: Omit<Draft, 'seen'>): void;
  /** Resolves to true once the server has it; what was typed stays otherwise. `anyway`: all that shows was read. */
  send(anyway?: boolean, allowSecrets?: boolean): Promise<boolean>;
}

/** `seen`: the last message the agent knows of. */
type Send = (body: string, attachments: string[], seen: string | undefined, anyway: boolean, allowSecrets: boolean) => Promise<DeskTicketDetail>;

/** Keeps a message of one kind for one ticket. `key` names its draft, `latest` is the last message of the ticket that shows. */
export const useMessage = (key: string, latest: string | undefined, deliver: Send, onTicket: (ticket: DeskTicketDetail) => void): Message => {
  const say = useWords();
  const [draft, change, clear] = useDraft(key);
  const [uploading, setUploading] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [wordless, setWordless] = useState(false);
  const [overtaken, setOvertaken] = useState(false);
  const [secrets, setSecrets] = useState<SecretKind[]>([]);
  // State is too slow here: a second Ctrl+Enter can come before the next render.
  const busy = useRef(false);

  const write = useCallback((body: string) => {
    setWordless(false);
    setSecrets([]);
    change((before) => ({ ...before, body, seen: before.body === '' ? (latest ?? null) : before.seen }));
  }, [change, latest]);

  const restore = (kept: Omit<Draft, 'seen'>): void => {
    setOvertaken(false);
    change(() => ({ ...kept, seen: latest ?? null }));
  };

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

  const refused = (error: unknown): void => {
    const { code, fields } = refusalOf(error);
    const isOvertaken = code === 'newer_messages';
    setOvertaken(isOvertaken);
    setSecrets(code === 'secret_found' ? fields.flatMap(({ found }) => found ?? []) : []);
    setProblem(isOvertaken || code === 'secret_found' ? null : sayRefusal(error, say));
  };

  const takeOut = (): void => write(withoutSecrets(draft.body));

  const send = async (anyway = false, allowSecrets = false): Promise<boolean> => {
    if (busy.current) return false;
    setWordless(draft.body.trim() === '');
    if (draft.body.trim() === '') return false;
    busy.current = true;
    setSending(true);
    setProblem(null);
    try {
      const ticket = await deliver(draft.body, draft.attachments.map(({ id }) => id), (anyway ? latest : draft.seen) ?? latest, anyway, allowSecrets);
      clear();
      setOvertaken(false);
      setSecrets([]);
      onTicket(ticket);
      return true;
    } catch (error) {
      refused(error);
      return false;
    } finally {
      busy.current = false;
      setSending(false);
    }
  };

  return { draft, uploading, sending, problem, wordless, secrets, takeOut, overtaken, write, attach, detach, restore, send };
};
