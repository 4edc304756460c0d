import { Box, Tabs } from '@strapi/design-system';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState } from '../../../contracts/tickets';
import type { Rights } from '../desk/use-rights';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { MessageForm } from './MessageForm';
import type { Composition } from './use-composer';

// Nothing that was answered is new.
const statesAfter = ticketStates.filter((state) => state !== 'new');

/** Where an agent replies to the customer or leaves a note for colleagues. */
export const Composer = ({ composition, rights }: { composition: Composition; rights: Rights }) => {
  const say = useWords();
  const { reply, note, tab, show, submitReply, submitReplyAndGo, submitNote } = composition;
  const options = statesAfter.map((value) => ({ value, label: say(`state.${value}`) }));
  const stateAfter = <Choice<TicketState> size="S" label={say('reply.stateAfter')} value={composition.stateAfter} options={options} onChange={composition.setStateAfter} />;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150">
      <Tabs.Root value={tab} onValueChange={show}>
        <Tabs.List aria-label={say('composer.title')}>
          {rights.reply && <Tabs.Trigger value="reply">{say('reply.tab')}</Tabs.Trigger>}
          {rights.note && <Tabs.Trigger value="note">{say('note.tab')}</Tabs.Trigger>}
        </Tabs.List>
        {rights.reply && (
          <Tabs.Content value="reply">
            <MessageForm name="reply" message={reply} label={say('reply.label')} hint={say('message.hint')} submitLabel={say('reply.send')} onSubmit={submitReply} onSubmitAndGo={submitReplyAndGo} mayAttach beside={stateAfter} />
          </Tabs.Content>
        )}
        {rights.note && (
          <Tabs.Content value="note">
            <MessageForm name="note" message={note} label={say('note.tab')} hint={say('note.label')} submitLabel={say('note.send')} onSubmit={submitNote} mayAttach={rights.reply} tinted />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Box>
  );
};
