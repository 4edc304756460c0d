import { Badge, Checkbox, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { useRef } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import type { MouseEvent } from 'react';
import { styled } from 'styled-components';
import type { InboxTicket } from '../../../contracts/desk';
import { DueBadge } from '../display/DueBadge';
import { Moment } from '../display/Moment';
import { PriorityWord } from '../display/PriorityWord';
import { StateBadge } from '../display/StateBadge';
import { TurnMarker } from '../display/TurnMarker';
import { ticketPath } from '../places';
import { useWords } from '../use-words';
import { Colleagues } from './Colleagues';
import { FoundLine } from './FoundLine';

const Row = styled.tr`
  cursor: pointer;

  td {
    white-space: nowrap;
  }

  @media (min-width: 48em) {
    td {
      width: 1%;
    }
  }
`;

const Subject = styled.th`
  min-width: 20rem;
  font-weight: inherit;
`;

const SubjectLink = styled(Link)<{ $unread: boolean }>`
  display: block;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: ${({ theme }) => theme.fontSizes[2]};
  font-weight: ${({ theme, $unread }) => ($unread ? theme.fontWeights.bold : theme.fontWeights.regular)};
  line-height: 1.4;
  overflow-wrap: anywhere;
  text-decoration: none;

  &:hover {
    text-decoration: underline;
  }
`;

interface Props {
  ticket: InboxTicket;
  chosen: boolean;
  /** Where the keys are. */
  current: boolean;
  onToggle(reference: string, through: boolean): void;
}

const Snoozed = ({ until }: { until: string }) => {
  const say = useWords();
  return (
    <Typography variant="pi" textColor="neutral600">
      {say('snooze.until')} <Moment at={until} form="short" />
    </Typography>
  );
};

const Facts = ({ ticket }: { ticket: InboxTicket }) => (
  <Flex gap={2} wrap="wrap">
    <Typography variant="pi" textColor="neutral600">
      {[ticket.reference, ticket.requester.name || ticket.requester.email, ticket.category.name].filter(Boolean).join(' · ')}
    </Typography>
    <Colleagues present={ticket.present} />
    {ticket.snoozedUntil && <Snoozed until={ticket.snoozedUntil} />}
    {ticket.tags.map((tag) => (
      <Badge key={tag} size="S">
        {tag}
      </Badge>
    ))}
  </Flex>
);

const Chooser = ({ ticket, chosen, onToggle }: Props) => {
  const say = useWords();
  // The change itself does not say whether Shift was held.
  const shift = useRef(false);
  return (
    <td role="cell">
      <Checkbox
        aria-label={say('bulk.choose', { subject: ticket.subject })}
        checked={chosen}
        onPointerDown={(event) => (shift.current = event.shiftKey)}
        onKeyDown={(event) => (shift.current = event.shiftKey)}
        onCheckedChange={() => onToggle(ticket.reference, shift.current)}
      />
    </td>
  );
};

/** One ticket of the list. The subject is the link; the rest of the row is a larger target for the mouse. */
export const TicketRow = (props: Props) => {
  const { ticket, chosen, current } = props;
  const say = useWords();
  const navigate = useNavigate();
  const path = ticketPath(ticket.reference);
  const open = (event: MouseEvent): void => {
    const selecting = window.getSelection()?.toString() !== '';
    if (!selecting && !(event.target as Element).closest('a, button')) navigate(path);
  };
  return (
    <Row role="row" onClick={open} data-reference={ticket.reference} data-chosen={chosen} data-current={current}>
      <Chooser {...props} />
      <Subject scope="row" role="rowheader">
        <SubjectLink to={path} $unread={ticket.unread}>
          <bdi>{ticket.subject}</bdi>
        </SubjectLink>
        {ticket.unread && <VisuallyHidden>{say('inbox.unread')}</VisuallyHidden>}
        <Facts ticket={ticket} />
        {ticket.found && <FoundLine found={ticket.found} />}
      </Subject>
      <td role="cell">
        <StateBadge state={ticket.state} />
      </td>
      <td role="cell">
        <TurnMarker turn={ticket.turn} turnSince={ticket.turnSince} />
        {ticket.due && (
          <div>
            <DueBadge due={ticket.due} />
          </div>
        )}
      </td>
      <td role="cell">
        <PriorityWord priority={ticket.priority} />
      </td>
      <td role="cell">
        <Typography variant="pi" textColor={ticket.assignee ? 'neutral800' : 'neutral600'}>
          {ticket.assignee?.name ?? say('assignee.nobody')}
        </Typography>
      </td>
      <td role="cell" className="count">
        <Typography variant="pi">{ticket.messageCount}</Typography>
      </td>
      <td role="cell">
        <Typography variant="pi">
          <Moment at={ticket.updatedAt} />
        </Typography>
      </td>
    </Row>
  );
};
