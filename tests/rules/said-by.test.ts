import { saidBy, withoutStatement } from '../../plugin/server/src/platform/said-by';

describe('what an error is said to be', () => {
  test('has no word of a customer in it, although Knex puts the statement before it', () => {
    const error = new Error("insert into `portal_search_examples` (`text`) values ('My lamp - the blue one - is dark') returning `id` - database is locked");
    expect(saidBy(error)).toBe('the database: database is locked');
    expect(saidBy(new Error('select "id" from "portal_tickets" where "x" = $1 - column "x" does not exist'))).toBe('the database: column "x" does not exist');
  });

  test('is as short in a trace', () => {
    expect(withoutStatement("SqliteError: update `x` set `body` = 'Dear all' - database is locked")).toBe('SqliteError: the database: database is locked');
  });

  test('is otherwise what it says', () => {
    const said = ['The mail server - ours - is away', 'Update your token - it expired', 'With - the mailbox refused'];
    expect([...said.map((each) => saidBy(new Error(each))), saidBy('gone')]).toEqual([...said, 'gone']);
  });
});
