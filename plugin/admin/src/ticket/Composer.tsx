import { Box, Tabs } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { directionOf } from '../../../contracts/accounts';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { ticketStates } from '../../../contracts/tickets';
import type { TicketState } from '../../../contracts/tickets';
import type { Rights } from '../desk/use-rights';
import { Choice } from '../display/Choice';
import { useWords } from '../use-words';
import { AlsoTo } from './AlsoTo';
import { InsertSavedReply, useAgentName } from './InsertSavedReply';
import { MessageForm } from './MessageForm';
import { NewerMessages } from './NewerMessages';
import { SecretChoice } from './SecretChoice';
import type { Composition } from './use-composer';

// Nothing that was answered is new.
const statesAfter = ticketStates.filter((state) => state !== 'new');

/** What is new since the reply was begun, once the server refused it for that. */
const Overtaken = ({ ticket, composition: { reply, submitReplyAnyway } }: { ticket: DeskTicketDetail; composition: Composition }) => {
  const me = Number(useAuth('Overtaken', (state) => state.user?.id));
  if (!reply.overtaken) return null;
  const since = ticket.comments.findIndex(({ id }) => id === reply.draft.seen) + 1;
  const comments = ticket.comments.slice(since).filter(({ internal }) => !internal);
  return <NewerMessages comments={comments} held={ticket.held.filter(({ agent }) => agent.id !== me)} sending={reply.sending} onSend={() => void submitReplyAnyway()} />;
};

const ReplyNotice = (props: { ticket: DeskTicketDetail; composition: Composition }) => (
  <>
    <Overtaken {...props} />
    <SecretChoice message={props.composition.reply} onSend={() => void props.composition.submitSecretReply()} />
  </>
);

/** A saved reply for this ticket. */
const SavedReplies = ({ ticket: { requester, reference, subject, category }, composition: { reply } }: { ticket: DeskTicketDetail; composition: Composition }) => {
  const agent = useAgentName();
  const firstName = requester.name.split(' ')[0] ?? '';
  const values = { 'requester.name': requester.name, 'requester.firstName': firstName, 'ticket.reference': reference, 'ticket.subject': subject, 'ticket.category': category.name, 'agent.name': agent };
  return <InsertSavedReply name="reply" text={reply.draft.body} onWrite={reply.write} values={values} />;
};

/** Where an agent replies to the customer or leaves a note for colleagues. */
export const Composer = ({ ticket, composition, rights }: { ticket: DeskTicketDetail; composition: Composition; rights: Rights }) => {
  const say = useWords();
  const { reply, note, tab, show, submitReply, submitReplyAndGo, submitNote } = composition;
  const options = statesAfter.map((value) => ({ value, label: say(`state.${value}`) }));
  const stateAfter = <Choice<TicketState> size="S" label={say('reply.stateAfter')} value={composition.stateAfter} options={options} onChange={composition.setStateAfter} />;
  return (
    <Box background="neutral0" hasRadius borderColor="neutral150">
      {/* Unless they are told, tabs run from left to right in every language, and all within them. */}
      <Tabs.Root dir={directionOf(useIntl().locale)} value={tab} onValueChange={show}>
        <Tabs.List aria-label={say('composer.title')}>
          {rights.reply && <Tabs.Trigger value="reply">{say('reply.tab')}</Tabs.Trigger>}
          {rights.note && <Tabs.Trigger value="note">{say('note.tab')}</Tabs.Trigger>}
        </Tabs.List>
        {rights.reply && (
          <Tabs.Content value="reply">
            <MessageForm name="reply" message={reply} label={say('reply.label')} hint={say('message.hint')} submitLabel={say('reply.send')} onSubmit={submitReply} onSubmitAndGo={submitReplyAndGo} mayAttach beside={stateAfter} tools={<SavedReplies ticket={ticket} composition={composition} />} beforeButtons={<AlsoTo tickets={ticket.joined} chosen={composition.alsoTo} onChange={composition.setAlsoTo} />} notice={<ReplyNotice ticket={ticket} composition={composition} />} />
          </Tabs.Content>
        )}
        {rights.note && (
          <Tabs.Content value="note">
            <MessageForm name="note" message={note} label={say('note.tab')} hint={say('note.label')} submitLabel={say('note.send')} onSubmit={submitNote} mayAttach={rights.reply} tinted notice={<SecretChoice message={note} onSend={() => void submitNote(true)} />} />
          </Tabs.Content>
        )}
      </Tabs.Root>
    </Box>
  );
};
