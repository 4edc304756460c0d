import { styled } from 'styled-components';
import type { ReactNode } from 'react';

const Scroll = styled.div`
  overflow-x: auto;
`;
const Table = styled.table`
  width: 100%;
  font-size: ${({ theme }) => theme.fontSizes[2]};
  color: ${({ theme }) => theme.colors.neutral800};
  font-variant-numeric: tabular-nums;

  caption {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]} ${theme.spaces[2]} 0`};
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: end;
    white-space: nowrap;
  }
  th:first-child {
    text-align: start;
    white-space: normal;
    min-width: 8rem;
  }
  thead th {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: ${({ theme }) => theme.fontSizes[1]};
  }
  tbody th {
    font-weight: ${({ theme }) => theme.fontWeights.regular};
  }
`;

/** What a row says; `head` names it. */
export interface DataRow {
  key: string;
  head: ReactNode;
  cells: ReactNode[];
}
interface Props {
  caption: string;
  columns: string[];
  rows: DataRow[];
}

/** Figures as a table; the first column names the row. Scrolls by itself where it is too wide, also by keyboard. */
export const DataTable = ({ caption, columns, rows }: Props) => (
  <Scroll tabIndex={0} role="group" aria-label={caption}>
    <Table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row">{head}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  </Scroll>
);
