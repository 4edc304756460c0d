import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import { BackButton, Layouts, Page } from '@strapi/strapi/admin';
import { useCallback } from 'react';
import type { DeskTicketDetail } from '../../../contracts/desk';
import { showTicket } from '../desk/client';
import { useLoaded } from '../desk/use-loaded';
import { useReloadOnReturn } from '../desk/use-reload-on-return';
import { useRights } from '../desk/use-rights';
import { Failure } from '../display/Failure';
import { DueBadge } from '../display/DueBadge';
import { StateBadge } from '../display/StateBadge';
import { TurnMarker } from '../display/TurnMarker';
import { inboxPath } from '../places';
import { useWords } from '../use-words';
import { Composer } from './Composer';
import { Conversation } from './Conversation';
import { SidePanel } from './SidePanel';
import { useComposer } from './use-composer';

interface Props {
  ticket: DeskTicketDetail;
  onTicket(ticket: DeskTicketDetail): void;
}

const Header = ({ ticket }: { ticket: DeskTicketDetail }) => (
  <Layouts.Header
    title={ticket.subject}
    navigationAction={<BackButton fallback={inboxPath} />}
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

const Content = ({ ticket, onTicket }: Props) => {
  const rights = useRights();
  const composition = useComposer(ticket.reference, rights, onTicket);
  return (
    <Layouts.Content>
      <Grid.Root gap={6}>
        <Grid.Item col={8} m={12} xs={12} direction="column" alignItems="stretch" gap={6}>
          <Conversation comments={ticket.comments} />
          {(rights.reply || rights.note) && <Composer composition={composition} rights={rights} />}
        </Grid.Item>
        <Grid.Item col={4} m={12} xs={12} direction="column" alignItems="stretch" gap={4}>
          <SidePanel ticket={ticket} rights={rights} onTicket={onTicket} onInsert={composition.insert} />
        </Grid.Item>
      </Grid.Root>
      <Box paddingBottom={8} />
    </Layouts.Content>
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
        <Layouts.Header title={reference} navigationAction={<BackButton fallback={inboxPath} />} />
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
      <Header ticket={value} />
      <Content ticket={value} onTicket={replace} />
    </Page.Main>
  );
};
