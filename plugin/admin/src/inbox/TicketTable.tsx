import { Checkbox, VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { InboxTicket } from '../../../contracts/desk';
import { useWords } from '../use-words';
import { TicketRow } from './TicketRow';
import type { Selection } from './use-selection';

const Frame = styled.div`
  overflow-x: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  text-align: start;

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    text-align: start;
    vertical-align: middle;
  }

  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[0]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    white-space: nowrap;
  }

  @media (max-width: 95.99em) {
    .count {
      display: none;
    }
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  tbody tr[data-current='true'] {
    box-shadow: inset 3px 0 ${({ theme }) => theme.colors.primary600};
  }

  tbody tr[data-chosen='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }

  tbody tr:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }

  /* On a phone each ticket is a card: the subject first, what matters in a line below it. */
  @media (max-width: 47.99em) {
    &,
    tbody {
      display: block;
    }

    /* Only read aloud. Its columns would make the page wider than the phone. */
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
      padding: ${({ theme }) => `${theme.spaces[3]} ${theme.spaces[4]}`};
    }

    tbody th,
    tbody td {
      padding: 0;
    }

    tbody td {
      flex: none;
    }

    tbody th {
      flex: 1 0 calc(100% - 4rem);
      min-width: 0;
    }

    tbody td:empty,
    tbody td.count {
      display: none;
    }
  }
`;

const columns = ['subject', 'state', 'turn', 'priority', 'assignee', 'messages', 'updated'] as const;

/**
 * Tickets as a plain table. Strapi's own Table is an ARIA grid, where only the arrow keys reach the rows;
 * here each subject is a link that Tab finds. The roles stay when a phone's styles make cards of the rows.
 */
export const TicketTable = ({ tickets, caption, selection, cursor }: { tickets: InboxTicket[]; caption: string; selection: Selection; cursor: string | null }) => {
  const say = useWords();
  return (
    <Frame>
      <Table role="table">
        <VisuallyHidden tag="caption">{caption}</VisuallyHidden>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              <Checkbox aria-label={say('bulk.all')} checked={selection.chosen.length === tickets.length} onCheckedChange={selection.toggleAll} />
            </th>
            {columns.map((column) => (
              <th key={column} className={column === 'messages' ? 'count' : undefined} scope="col" role="columnheader">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {tickets.map((ticket) => (
            <TicketRow key={ticket.reference} ticket={ticket} chosen={selection.has(ticket.reference)} current={ticket.reference === cursor} onToggle={selection.toggle} />
          ))}
        </tbody>
      </Table>
    </Frame>
  );
};
