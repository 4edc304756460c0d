import { Box, Button, Flex, Grid, Typography } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { markUnread, showTicket } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { ShortcutHelp } from '../desk/ShortcutHelp';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { useRights } from '../desk/use-rights';
import { Back } from '../display/Back';
import { Failure } from '../display/Failure';
import { DueBadge } from '../display/DueBadge';
import { StateBadge } from '../display/StateBadge';
import { TurnMarker } from '../display/TurnMarker';
import { inboxPath } from '../places';
import { useWords } from '../use-words';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { JoinedTickets } from './JoinedTickets';
import { LeadBanner } from './LeadBanner';
import { PresenceLine } from './PresenceLine';
import { SidePanel } from './SidePanel';
import { UndoBar, useTakeBack } from './UndoBar';
import { useComposer } from './use-composer';
import { usePresence } from './use-presence';
import { useReadMark } from './use-read-mark';
import { useTicketChange } from './use-ticket-change';
import { useNextTicket, useTicketKeys } from './use-ticket-keys';

interface Props {
  ticket: DeskTicketDetail;
  onTicket(ticket: DeskTicketDetail): void;
  reload(): void;
}

const UnreadButton = ({ reference }: { reference: string }) => {
  const say = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [leaving, setLeaving] = useState(false);
  const leave = async (): Promise<void> => {
    setLeaving(true);
    try {
      await markUnread(reference);
      navigate(inboxPath);
    } catch (error) {
      setLeaving(false);
      toggleNotification({ type: 'danger', message: sayRefusal(error, say) });
    }
  };
  return (
    <Button variant="tertiary" loading={leaving} onClick={() => void leave()}>
      {say('ticket.unread')}
    </Button>
  );
};

const Header = ({ ticket }: { ticket: DeskTicketDetail }) => (
  <Layouts.Header
    title={ticket.subject}
    navigationAction={<Back fallback={inboxPath} />}
    secondaryAction={<UnreadButton reference={ticket.reference} />}
    subtitle={
      <Flex gap={3} wrap="wrap">
        <Typography textColor="neutral600">{ticket.reference}</Typography>
        <StateBadge state={ticket.state} />
        <TurnMarker turn={ticket.turn} turnSince={ticket.turnSince} />
        {ticket.due && <DueBadge due={ticket.due} />}
      </Flex>
    }
  />
);

const Content = ({ ticket: kept, onTicket, reload }: Props) => {
  const { shown: ticket, saving, change } = useTicketChange(kept, onTicket);
  const rights = useRights();
  const [help, setHelp] = useState(false);
  const next = useNextTicket(ticket.reference);
  const composition = useComposer(ticket, { rights, onTicket, reload, goOn: () => next(1) });
  const others = usePresence(ticket, composition.reply.draft.body, reload);
  const takeBack = useTakeBack(ticket.reference, composition.takeUp);
  useReadMark(ticket);
  useTicketKeys(ticket, rights, composition, change, () => setHelp(true));
  return (
    <>
      <Header ticket={ticket} />
      <Layouts.Content>
        <Grid.Root gap={6}>
          <Grid.Item col={8} m={12} xs={12} direction="column" alignItems="stretch" gap={6}>
            {ticket.lead && <LeadBanner reference={ticket.reference} lead={ticket.lead} maySeparate={rights.merge} reload={reload} />}
            <Conversation reference={ticket.reference} reload={reload} comments={ticket.comments} held={ticket.held} onUndo={(id) => void takeBack({ reference: ticket.reference, id })} />
            <JoinedTickets tickets={ticket.joined} />
            <PresenceLine others={others} />
            {(rights.reply || rights.note) && <Composer ticket={ticket} composition={composition} rights={rights} />}
          </Grid.Item>
          <Grid.Item col={4} m={12} xs={12} direction="column" alignItems="stretch" gap={4}>
            <SidePanel ticket={ticket} rights={rights} saving={saving} onChange={change} onInsert={composition.insert} />
          </Grid.Item>
        </Grid.Root>
        <Box paddingBottom={8} />
        <UndoBar open={ticket.reference} onTakenBack={composition.takeUp} />
        <ShortcutHelp open={help} onClose={() => setHelp(false)} />
      </Layouts.Content>
    </>
  );
};

/** One ticket: its conversation, the reply and what is known about it. */
export const TicketPage = ({ reference }: { reference: string }) => {
  const say = useWords();
  const { value, error, loading, reload, replace } = useLoaded(useCallback((signal: AbortSignal) => showTicket(reference, signal), [reference]));
  useReloadOnReturn(reload);
  if (error && !value) {
    return (
      <Page.Main>
        <Layouts.Header title={reference} navigationAction={<Back fallback={inboxPath} />} />
        <Layouts.Content>
          <Failure error={error} onRetry={reload} />
        </Layouts.Content>
      </Page.Main>
    );
  }
  if (!value) return <Page.Loading>{say('loading')}</Page.Loading>;
  return (
    <Page.Main aria-busy={loading}>
      <Page.Title>{`${value.reference} ${value.subject}`}</Page.Title>
      <Content ticket={value} onTicket={replace} reload={reload} />
    </Page.Main>
  );
};
