import { Box, Tabs } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState } from '../../../contracts/tickets';
import { addNote, sendReply } from '../desk/client';
import type { Rights } from '../desk/use-rights';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { MessageForm } from './MessageForm';
import { useMessage } from './use-message';

interface Props {
  reference: string;
  rights: Rights;
  onTicket(ticket: DeskTicketDetail): void;
}

// Nothing that was answered is new.
const statesAfter = ticketStates.filter((state) => state !== 'new');

/** Where an agent replies to the customer or leaves a note for colleagues. Both drafts are kept, whichever tab shows. */
export const Composer = ({ reference, rights, onTicket }: Props) => {
  const say = useWords();
  const { toggleNotification } = useNotification();
  const [state, setState] = useState<TicketState>('pending');
  const reply = useMessage(`portal.reply.${reference}`, (body, attachments) => sendReply(reference, { body, attachments, state }), onTicket);
  const note = useMessage(`portal.note.${reference}`, (body, attachments) => addNote(reference, { body, attachments }), onTicket);

  const submitReply = async (): Promise<void> => {
    if (!(await reply.send())) return;
    setState('pending');
    toggleNotification({ type: 'success', message: say('reply.sent') });
  };
  const submitNote = async (): Promise<void> => {
    if (await note.send()) toggleNotification({ type: 'success', message: say('note.added') });
  };
  const stateAfter = (
    <Choice<TicketState> size="S" label={say('reply.stateAfter')} value={state} options={statesAfter.map((value) => ({ value, label: say(`state.${value}`) }))} onChange={setState} />
  );

  return (
    <Box background="neutral0" hasRadius borderColor="neutral150">
      <Tabs.Root defaultValue={rights.reply ? 'reply' : 'note'}>
        <Tabs.List aria-label={say('composer.title')}>
          {rights.reply && <Tabs.Trigger value="reply">{say('reply.tab')}</Tabs.Trigger>}
          {rights.note && <Tabs.Trigger value="note">{say('note.tab')}</Tabs.Trigger>}
        </Tabs.List>
        {rights.reply && (
          <Tabs.Content value="reply">
            <MessageForm message={reply} label={say('reply.label')} hint={say('message.hint')} submitLabel={say('reply.send')} onSubmit={submitReply} mayAttach beside={stateAfter} />
          </Tabs.Content>
        )}
        {rights.note && (
          <Tabs.Content value="note">
            <MessageForm message={note} label={say('note.tab')} hint={say('note.label')} submitLabel={say('note.send')} onSubmit={submitNote} mayAttach={rights.reply} tinted />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Box>
  );
};
