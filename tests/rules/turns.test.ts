import { priorities, ticketStates, type TicketState } from '../../plugin/contracts/tickets';
import { days } from '../../plugin/server/src/platform/clock';
import { activeStates, canClose, canReopen, canReply, doneStates, rankOf, reopenUntil, stateAfterAgentReply, stateAfterCustomerReply, turnOf } from '../../plugin/server/src/tickets/state';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (milliseconds: number): Date => new Date(noon.getTime() + milliseconds);

describe('whose turn it is', () => {
  test('a new request is the agents’ turn, and stays new until they act', () => {
    expect(turnOf('new')).toBe('agent');
    expect(stateAfterCustomerReply('new')).toBe('new');
  });

  test("a customer's reply gives the turn back to the agents, also on a solved request", () => {
    const answered: TicketState[] = ['open', 'pending', 'on_hold', 'solved'];
    for (const state of answered) expect(turnOf(stateAfterCustomerReply(state))).toBe('agent');
  });

  test("an agent's reply hands the request to the customer, unless the agent says otherwise", () => {
    expect(turnOf(stateAfterAgentReply(undefined))).toBe('requester');
    for (const wanted of ticketStates) expect(stateAfterAgentReply(wanted)).toBe(wanted);
  });

  test('waiting for a third party is still for the agents to chase', () => expect(turnOf('on_hold')).toBe('agent'));

  test('nobody has to act exactly on what is done', () => {
    expect(ticketStates.filter((state) => turnOf(state) === 'nobody')).toEqual(doneStates);
  });

  test('every state stands on one of the two shelves of a list', () => {
    expect([...activeStates, ...doneStates].sort()).toEqual([...ticketStates].sort());
  });
});

describe('closing and reopening', () => {
  test('only a closed request takes no reply and cannot be closed again', () => {
    expect(ticketStates.filter((state) => !canReply(state))).toEqual(['closed']);
    expect(ticketStates.filter((state) => !canClose(state))).toEqual(['closed']);
  });

  test('a closed request can be reopened to the last millisecond of its window, and no longer', () => {
    const closed = { state: 'closed' as const, closedAt: noon };
    expect(reopenUntil(noon, 14)).toEqual(later(days(14)));
    expect(canReopen(closed, later(days(14)), 14)).toBe(true);
    expect(canReopen(closed, later(days(14) + 1), 14)).toBe(false);
  });

  test('where the window is no days long, nothing that is closed comes back', () => {
    expect(canReopen({ state: 'closed', closedAt: noon }, later(1), 0)).toBe(false);
  });

  test('what is not closed, or was never given a time of closing, is not reopened', () => {
    for (const state of ticketStates.filter((each) => each !== 'closed')) expect(canReopen({ state, closedAt: noon }, noon, 14)).toBe(false);
    expect(canReopen({ state: 'closed', closedAt: null }, noon, 14)).toBe(false);
  });
});

test('priorities sort from the least to the most urgent', () => {
  expect(priorities.map(rankOf)).toEqual([0, 1, 2, 3]);
  expect(rankOf('low')).toBeLessThan(rankOf('urgent'));
});
