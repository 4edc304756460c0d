import { saidBy } from '../../plugin/server/src/platform/said-by';

describe('what an error is said to be', () => {
  test('has no word of a customer in it, although Knex puts the statement before it', () => {
    const error = new Error("insert into `portal_search_examples` (`text`) values ('My lamp - the blue one - is dark') returning `id` - database is locked");
    expect(saidBy(error)).toBe('the database: database is locked');
    expect(saidBy(new Error('select "id" from "portal_tickets" where "x" = $1 - column "x" does not exist'))).toBe('the database: column "x" does not exist');
  });

  test('is otherwise what it says', () => {
    expect([saidBy(new Error('The mail server - ours - is away')), saidBy('gone')]).toEqual(['The mail server - ours - is away', 'gone']);
  });
});
