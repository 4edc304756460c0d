import { useAuth, useNotification } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DeskTicketDetail, TakenBack } from '../../../contracts/desk';
import type { TicketState } from '../../../contracts/tickets';
import { addNote, sendReply } from '../desk/client';
import { noteLastSent } from '../desk/last-sent';
import type { Rights } from '../desk/use-rights';
import { useWords } from '../use-words';
import { joined, replyKey } from './use-draft';
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
  /** Tickets worked on in this one, to which the reply goes as well. */
  alsoTo: string[];
  setAlsoTo(references: string[]): void;
  submitReply(): Promise<void>;
  /** Sends the reply and goes to the next ticket of the list. */
  submitReplyAndGo(): Promise<void>;
  /** Sends it although somebody wrote meanwhile. */
  submitReplyAnyway(): Promise<void>;
  /** Sends what looks secret all the same. */
  submitSecretReply(): Promise<void>;
  submitNote(allowSecrets?: boolean): Promise<void>;
  /** Puts text at the end of the reply, and shows it. */
  insert(text: string): void;
  /** Puts a reply that was taken back into its place again. */
  takeUp(taken: TakenBack): void;
}

interface Around {
  rights: Rights;
  onTicket(ticket: DeskTicketDetail): void;
  /** Reads the ticket again. */
  reload(): void;
  /** Goes to the next ticket. */
  goOn(): void;
}

/** Sends replies so that they can be taken back, and remembers the last one. */
const useReply = (ticket: DeskTicketDetail, stateAfter: TicketState, alsoTo: string[], onTicket: Around['onTicket']): Message => {
  const me = Number(useAuth('useReply', (state) => state.user?.id));
  const { reference, undoSeconds } = ticket;
  // One that was closed meanwhile takes no reply any more.
  const others = alsoTo.filter((each) => ticket.joined.some(({ reference: known, state }) => known === each && state !== 'closed'));
  const deliver = async (body: string, attachments: string[], seen: string | undefined, anyway: boolean, allowSecrets: boolean): Promise<DeskTicketDetail> => {
    const answer = await sendReply(reference, { body, attachments, state: stateAfter, seen, anyway, allowSecrets, alsoTo: others, holdSeconds: undoSeconds });
    const held = answer.held.findLast(({ agent }) => agent.id === me);
    if (held) noteLastSent({ reference, id: held.id, releaseAt: held.releaseAt });
    return answer;
  };
  return useMessage(replyKey(reference), ticket.comments.at(-1)?.id, deliver, onTicket);
};

/** Keeps both drafts, whichever shows. */
export const useComposer = (ticket: DeskTicketDetail, { rights, onTicket, reload, goOn }: Around): Composition => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [stateAfter, setStateAfter] = useState<TicketState>('pending');
  const [alsoTo, setAlsoTo] = useState<string[]>([]);
  const [chosen, show] = useState<string | null>(null);
  const { reference } = ticket;
  const reply = useReply(ticket, stateAfter, alsoTo, onTicket);
  const note = useMessage(`portal.note.${reference}`, ticket.comments.at(-1)?.id, (body, attachments, _seen, _anyway, allowSecrets) => addNote(reference, { body, attachments, allowSecrets }), onTicket);
  useEffect(() => {
    if (reply.overtaken) reload();
  }, [reply.overtaken, reload]);

  const send = async (anyway: boolean, allowSecrets = false): Promise<boolean> => {
    if (!(await reply.send(anyway, allowSecrets))) return false;
    setStateAfter('pending');
    setAlsoTo([]);
    // One that is held says so by itself.
    if (ticket.undoSeconds === 0) toggleNotification({ type: 'success', message: say('reply.sent') });
    return true;
  };
  const submitNote = async (allowSecrets = false): Promise<void> => {
    if (await note.send(false, allowSecrets)) toggleNotification({ type: 'success', message: say('note.added') });
  };
  const insert = (text: string): void => {
    reply.write([reply.draft.body.trimEnd(), text].filter(Boolean).join('\n\n'));
    show('reply');
    toggleNotification({ type: 'success', message: say('articles.inserted') });
  };
  const takeUp = ({ body, attachments, state, alsoTo: others }: TakenBack): void => {
    reply.restore(joined({ body, attachments }, reply.draft));
    if (state) setStateAfter(state);
    setAlsoTo(others);
    show('reply');
    reload();
  };
  return {
    reply,
    note,
    tab: chosen ?? (rights.reply ? 'reply' : 'note'),
    stateAfter,
    show,
    setStateAfter,
    alsoTo,
    setAlsoTo,
    submitReply: async () => void (await send(false)),
    submitReplyAndGo: async () => void ((await send(false)) && goOn()),
    submitReplyAnyway: async () => void (await send(true)),
    submitSecretReply: async () => void (await send(false, true)),
    submitNote,
    insert,
    takeUp,
  };
};
