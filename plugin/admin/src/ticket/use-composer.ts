import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import type { TicketState } from '../../../contracts/tickets';
import { addNote, sendReply } from '../desk/client';
import type { Rights } from '../desk/use-rights';
import { useWords } from '../use-words';
import { useMessage } from './use-message';
import type { Message } from './use-message';

/** What an agent writes on a ticket: the reply, the note, which of them shows and what a reply does to the state. */
export interface Composition {
  reply: Message;
  note: Message;
  tab: string;
  stateAfter: TicketState;
  show(tab: string): void;
  setStateAfter(state: TicketState): void;
  submitReply(): Promise<void>;
  /** Sends the reply and goes to the next ticket of the list. */
  submitReplyAndGo(): Promise<void>;
  submitNote(): Promise<void>;
  /** Puts text at the end of the reply, and shows it. */
  insert(text: string): void;
}

/** Keeps both drafts, whichever shows. */
export const useComposer = (reference: string, rights: Rights, onTicket: (ticket: DeskTicketDetail) => void, goOn: () => void): Composition => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [stateAfter, setStateAfter] = useState<TicketState>('pending');
  const [chosen, show] = useState<string | null>(null);
  const reply = useMessage(`portal.reply.${reference}`, (body, attachments) => sendReply(reference, { body, attachments, state: stateAfter }), onTicket);
  const note = useMessage(`portal.note.${reference}`, (body, attachments) => addNote(reference, { body, attachments }), onTicket);
  const sendReplyNow = async (): Promise<boolean> => {
    if (!(await reply.send())) return false;
    setStateAfter('pending');
    toggleNotification({ type: 'success', message: say('reply.sent') });
    return true;
  };
  const submitReply = async (): Promise<void> => void (await sendReplyNow());
  const submitReplyAndGo = async (): Promise<void> => {
    if (await sendReplyNow()) goOn();
  };
  const submitNote = async (): Promise<void> => {
    if (await note.send()) toggleNotification({ type: 'success', message: say('note.added') });
  };
  const insert = (text: string): void => {
    reply.write([reply.draft.body.trimEnd(), text].filter(Boolean).join('\n\n'));
    show('reply');
    toggleNotification({ type: 'success', message: say('articles.inserted') });
  };
  return { reply, note, tab: chosen ?? (rights.reply ? 'reply' : 'note'), stateAfter, show, setStateAfter, submitReply, submitReplyAndGo, submitNote, insert };
};
