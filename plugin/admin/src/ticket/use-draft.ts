import { useCallback, useState } from 'react';
import type { Attachment } from '../../../contracts/conversation';

/** What an agent has written and attached, but not sent. */
export interface Draft {
  body: string;
  attachments: Attachment[];
  /** The last message there was when the agent began to write. */
  seen: string | null;
}

const empty: Draft = { body: '', attachments: [], seen: null };

/** Under which name the reply to a ticket is kept. */
export const replyKey = (reference: string): string => `portal.reply.${reference}`;

/** Both, one after the other: nothing that was typed or attached is lost. */
export const joined = (first: Pick<Draft, 'body' | 'attachments'>, then: Pick<Draft, 'body' | 'attachments'>): Pick<Draft, 'body' | 'attachments'> => ({
  body: [first.body, then.body].filter(Boolean).join('\n\n'),
  attachments: [...first.attachments, ...then.attachments.filter(({ id }) => first.attachments.every((each) => each.id !== id))],
});

const restore = (key: string): Draft => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Draft> | null;
    return { body: kept?.body ?? '', attachments: kept?.attachments ?? [], seen: kept?.seen ?? null };
  } catch {
    return empty;
  }
};

/** Keeps a draft in this tab; an empty one is forgotten. */
export const keepDraft = (key: string, draft: Draft): void => {
  try {
    if (draft.body === '' && draft.attachments.length === 0) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A full or forbidden storage must not stop anyone from writing.
  }
};

/** Puts what was taken back before what is written by now, in the draft that this tab keeps. */
export const keepBeforeDraft = (key: string, taken: Pick<Draft, 'body' | 'attachments'>): void => {
  const written = restore(key);
  keepDraft(key, { ...joined(taken, written), seen: written.seen });
};

/** A draft that outlives reloads, sign-outs and other pages, in this tab until it is sent. */
export const useDraft = (key: string): [Draft, (change: (draft: Draft) => Draft) => void, () => void] => {
  const [draft, setDraft] = useState(() => restore(key));
  const change = useCallback(
    (next: (draft: Draft) => Draft) =>
      setDraft((before) => {
        const after = next(before);
        keepDraft(key, after);
        return after;
      }),
    [key],
  );
  const clear = useCallback(() => change(() => empty), [change]);
  return [draft, change, clear];
};
