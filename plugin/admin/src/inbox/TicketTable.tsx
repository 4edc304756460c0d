import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { DeskTicket } from '../../../contracts/desk';
import { useWords } from '../use-words';
import { TicketRow } from './TicketRow';

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
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
    text-align: start;
    vertical-align: middle;
  }

  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[0]};
    font-weight: ${({ theme }) => theme.fontWeights.bold};
    white-space: nowrap;
  }

  tbody tr {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }

  tbody tr:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
`;

const columns = ['subject', 'state', 'turn', 'priority', 'assignee', 'messages', 'updated'] as const;

/**
 * Tickets as a plain table. Strapi's own Table is an ARIA grid, where only the arrow keys reach the rows;
 * here each subject is a link that Tab finds.
 */
export const TicketTable = ({ tickets, caption }: { tickets: DeskTicket[]; caption: string }) => {
  const say = useWords();
  return (
    <Frame>
      <Table>
        <VisuallyHidden tag="caption">{caption}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {say(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <TicketRow key={ticket.reference} ticket={ticket} />
          ))}
        </tbody>
      </Table>
    </Frame>
  );
};
