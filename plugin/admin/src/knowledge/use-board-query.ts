import { useSearchParams } from 'react-router-dom';
import type { Gaps } from '../../../contracts/knowledge-desk';
import type { Days } from './client';

/** The lists of the gap board, in the order of their tabs. */
export const boards = ['searches', 'unhelpful', 'suggestions', 'stale'] as const satisfies readonly (keyof Gaps)[];
export type Board = (typeof boards)[number];
/** The spans that can be looked back. */
export const spans: readonly Days[] = ['7', '30', '90'];

/** Which list is shown, and of how many days; both stand in the address. */
export interface BoardQuery {
  board: Board;
  days: Days;
  linkTo(board: Board): string;
  setDays(days: Days): void;
}

/** Reads the board's address; whatever it does not know is the first list and thirty days. */
export const useBoardQuery = (): BoardQuery => {
  const [search, setSearch] = useSearchParams();
  const board = boards.find((each) => each === search.get('board')) ?? 'searches';
  const days = spans.find((each) => each === search.get('days')) ?? '30';
  return {
    board,
    days,
    linkTo: (to) => `?${new URLSearchParams({ board: to, days })}`,
    setDays: (to) => setSearch({ board, days: to }),
  };
};
