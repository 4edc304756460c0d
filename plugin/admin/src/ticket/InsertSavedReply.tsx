import { Button } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { fillIn } from '../../../contracts/saved-replies';
import type { ReplyVariable, SavedReply } from '../../../contracts/saved-replies';
import { useWords } from '../use-words';
import { SavedReplyPicker } from './SavedReplyPicker';
import type { Message } from './use-message';

const field = (): HTMLTextAreaElement | null => document.querySelector('textarea[name="reply"]');

/** Who and what the variables of a saved reply stand for on this ticket. */
const useValues = ({ requester, reference, subject, category }: DeskTicketDetail): Record<ReplyVariable, string> => {
  const agent = useAuth('InsertSavedReply', ({ user }) => [user?.firstname, user?.lastname].filter(Boolean).join(' '));
  const firstName = requester.name.split(' ')[0] ?? '';
  return { 'requester.name': requester.name, 'requester.firstName': firstName, 'ticket.reference': reference, 'ticket.subject': subject, 'ticket.category': category.name, 'agent.name': agent };
};

/** A button, and `;` at the beginning of a word, find a saved reply and put it where the cursor is. */
export const InsertSavedReply = ({ ticket, message }: { ticket: DeskTicketDetail; message: Message }) => {
  const say = useWords();
  const values = useValues(ticket);
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const at = field();
      if (event.key !== ';' || !at || event.target !== at || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!/(^|\s)$/.test(at.value.slice(0, at.selectionStart))) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  /** The dialog gives the focus back first, to nobody in particular; keys would mean commands then. */
  const returnTo = (at?: number): void =>
    void setTimeout(() => {
      field()?.focus();
      if (at !== undefined) field()?.setSelectionRange(at, at);
    }, 50);
  const close = (): void => {
    setOpen(false);
    returnTo();
  };
  const put = (text: string): void => {
    const at = field();
    const { body } = message.draft;
    const [from, to] = [at?.selectionStart ?? body.length, at?.selectionEnd ?? body.length];
    message.write(body.slice(0, from) + text + body.slice(to));
    setOpen(false);
    returnTo(from + text.length);
  };
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {say('savedReplies.insert')}
      </Button>
      {open && <SavedReplyPicker onPick={(reply: SavedReply) => put(fillIn(reply.body, values))} onClose={close} />}
    </>
  );
};
