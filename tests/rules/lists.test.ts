import fc from 'fast-check';
import { stateFilters, ticketSorts } from '../../plugin/contracts/tickets';
import { containing, orderOf, paginationOf, statesOf } from '../../plugin/server/src/tickets/list-query';
import { firstSearchText, searchTextWith } from '../../plugin/server/src/tickets/search-text';
import { offeredPages } from '../../site/src/components/pagination/pages';
import { listAddress, listChoice, listQuery } from '../../site/src/features/requests/list-address';

const by = (column: string, order: 'asc' | 'desc') => ({ column, order });

describe('the order of a list', () => {
  test('newest first is by time, then by number, so that no request shows on two pages', () => {
    expect(orderOf('-updatedAt', 'updated_at')).toEqual([by('updated_at', 'desc'), by('id', 'desc')]);
    expect(orderOf('createdAt', 'updated_at')).toEqual([by('created_at', 'asc'), by('id', 'asc')]);
  });

  test('among equally urgent ones the latest change comes first', () => {
    expect(orderOf('-priority', 'updated_at')).toEqual([by('priority_rank', 'desc'), by('updated_at', 'desc'), by('id', 'desc')]);
  });

  test('every order ends with something unique', () => {
    for (const sort of ticketSorts) expect(orderOf(sort, 'updated_at').at(-1)!.column).toBe('id');
  });
});

describe('what narrows a list', () => {
  test('no state means all of them, a shelf its states, a state itself', () => {
    expect(statesOf(undefined)).toBeNull();
    expect(statesOf('active')).toEqual(['new', 'open', 'pending', 'on_hold']);
    expect(statesOf('done')).toEqual(['solved', 'closed']);
    expect(statesOf('pending')).toEqual(['pending']);
  });

  test('a customer who types % or _ looks for just that', () => {
    expect(containing('100 %')).toBe('%100 !%%');
    expect(containing('a_b!')).toBe('%a!_b!!%');
  });

  test('"muller" finds "Müller", and capitals do not matter', () => {
    expect(firstSearchText('R-2K7F9Q', 'Rechnung für Müller', 'ÉTÉ')).toBe('r-2k7f9q rechnung fur muller\nete');
    expect(containing('MÜLLER')).toBe('%muller%');
  });

  test('later messages are found as well, up to a bound', () => {
    expect(searchTextWith('first', 'Second')).toBe('first\nsecond');
    expect(searchTextWith('x'.repeat(30_000), 'late')).toHaveLength(20_000);
  });
});

describe('pages', () => {
  test('an empty list has one page', () => expect(paginationOf(1, 25, 0)).toEqual({ page: 1, pageSize: 25, pageCount: 1, total: 0 }));

  test('hold everything, with nothing left over', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(200_000), (size, total) => {
        const { pageCount } = paginationOf(1, size, total);
        expect(pageCount * size).toBeGreaterThanOrEqual(total);
        if (pageCount > 1) expect((pageCount - 1) * size).toBeLessThan(total);
      }),
    );
  });

  test('are offered in order: the first, the last, this one and its neighbours, and no gap of a single page', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (one, other) => {
        const [page, pageCount] = [Math.min(one, other), Math.max(one, other)];
        const offered = offeredPages(page, pageCount);
        const numbers = offered.filter((each) => each !== null);
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
        for (const wanted of [1, pageCount, page, Math.max(1, page - 1), Math.min(pageCount, page + 1)]) expect(numbers).toContain(wanted);
        expect(offered.length).toBeLessThanOrEqual(7);
        offered.forEach((each, index) => {
          if (each === null) expect(offered[index + 1]! - offered[index - 1]!).toBeGreaterThan(2);
          else if (index > 0 && offered[index - 1] !== null) expect(each - offered[index - 1]!).toBe(1);
        });
      }),
    );
  });

  test('show where the customer is', () => expect(offeredPages(6, 12)).toEqual([1, null, 5, 6, 7, null, 12]));
});

describe('the address of a list', () => {
  test('is short when nothing is chosen', () => {
    expect(listAddress(listChoice(new URLSearchParams('')), 1)).toBe('/support/requests');
    expect(listAddress(listChoice(new URLSearchParams('state=&q=&page=1&unknown=x')), 2)).toBe('/support/requests?page=2');
  });

  test('a page that is no number is the first', () => {
    for (const page of ['-1', '0', '1.5', 'two', '', 'Infinity', '9'.repeat(40)]) expect(listChoice(new URLSearchParams({ page })).page).toBe(1);
  });

  test('says the same after it was read: what was chosen stays chosen on every page', () => {
    const choices = fc.record({ q: fc.string({ unit: 'grapheme', maxLength: 60 }), state: fc.constantFrom('', 'pending', 'a&b=c'), category: fc.constantFrom('', 'parcels'), sort: fc.constantFrom('', '-priority'), page: fc.constant(1), scope: fc.constantFrom('' as const, 'organisation' as const) });
    fc.assert(
      fc.property(choices, fc.integer({ min: 1, max: 100_000 }), (choice, page) => {
        const { searchParams, pathname } = new URL(listAddress(choice, page), 'http://portal.test');
        expect(pathname).toBe('/support/requests');
        expect(listChoice(searchParams)).toEqual({ ...choice, page });
      }),
    );
  });

  test('asks the API for twenty, and never for more words than it takes', () => {
    const query = new URLSearchParams(listQuery(listChoice(new URLSearchParams({ q: 'x'.repeat(500), pageSize: '10000' }))));
    expect(query.get('pageSize')).toBe('20');
    expect(query.get('q')).toHaveLength(200);
  });
});
