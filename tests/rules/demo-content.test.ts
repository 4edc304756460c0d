import { checkFields } from '../../plugin/server/src/tickets/form';
import { slugFor } from '../../plugin/server/src/tickets/category-rules';
import { ticketStates, type FieldValue, type TicketState } from '../../plugin/contracts/tickets';
import { isOfficeTime, scenesUpTo } from '../../database/seeds/demo/calendar';
import { kinds, leaves } from '../../database/seeds/demo/categories';
import { agents, customers } from '../../database/seeds/demo/people';
import { pastChats } from '../../database/seeds/demo/history/past-chats';
import { pastRequests } from '../../database/seeds/demo/history/past-requests';
import { answeredFields } from '../../database/seeds/demo/history/request-rows';
import { requests } from '../../database/seeds/demo/requests';
import type { Script, Step } from '../../database/seeds/demo/script';
import { worded } from '../../database/seeds/demo/wording';

const moment = new Date('2026-11-25T12:00:00Z');
const kindOf = (script: Script) => leaves.find(({ slug }) => slug === script.category);
const agentsOf = (step: Step): string[] => [...('by' in step ? [step.by] : []), ...(step.does === 'sets' && step.change.assignee ? [step.change.assignee] : [])];

const stateAfter = (state: TicketState, step: Step): TicketState => {
  if (step.does === 'writes') return state === 'new' ? 'new' : 'open';
  if (step.does === 'answers') return step.then ?? 'pending';
  if (step.does === 'closes') return 'closed';
  if (step.does === 'reopens') return 'open';
  return (step.does === 'sets' && step.change.state) || state;
};
const endOf = ({ steps }: Script): TicketState => steps.reduce<TicketState>(stateAfter, 'new');

/** Every text of a request, first message first. */
const textsOf = ({ text, steps }: Script): string[] => [text, ...steps.flatMap((step) => ('text' in step ? [step.text] : []))];

describe('the demo company', () => {
  test('has a desk of weeks to show', () => {
    expect(requests.length).toBeGreaterThanOrEqual(38);
    expect(new Set(requests.map(({ subject }) => subject)).size).toBe(requests.length);
  });

  test('gives its categories names that make the addresses the requests use', () => {
    for (const { name, slug } of kinds.flatMap((kind) => [kind, ...(kind.inside ?? [])])) expect(slugFor(name, [])).toBe(slug);
  });

  test('asks questions of all five types, some of them only when another was answered', () => {
    const fields = leaves.flatMap((kind) => kind.fields ?? []);
    expect([...new Set(fields.map(({ type }) => type))].sort()).toEqual(['checkbox', 'choice', 'date', 'long_text', 'text']);
    expect(fields.some(({ required }) => required)).toBe(true);
    expect(fields.some(({ dependsOn }) => dependsOn)).toBe(true);
  });

  test('promises a first reply in its two busiest categories', () => {
    const answered = (slug: string) => requests.filter(({ category, steps }) => category === slug && steps.some(({ does }) => does === 'answers')).length;
    expect(answered('delivery')).toBeGreaterThan(10);
    // One more is moved there by an agent.
    expect(answered('readings-look-wrong')).toBeGreaterThanOrEqual(10);
  });

  test('has requests in all six states, and Cora has them too', () => {
    expect([...new Set(requests.map(endOf))].sort()).toEqual([...ticketStates].sort());
    expect([...new Set(requests.filter(({ by }) => by === 'cora').map(endOf))].sort()).toEqual([...ticketStates].sort());
    expect(requests.filter(({ by }) => by === 'cora').filter((script) => endOf(script) === 'pending')).toHaveLength(1);
  });
});

/** The requests in which `fault` finds something, each with what it found. */
const faultsBy = (fault: (script: Script) => unknown[]): [subject: string, ...faults: unknown[]][] =>
  requests.map((script): [string, ...unknown[]] => [script.subject, ...fault(script)]).filter(([, ...faults]) => faults.length > 0);

describe('each of its requests', () => {
  test('is from a known customer and stays among known agents and categories that take requests', () => {
    const slugs = leaves.map(({ slug }) => slug);
    const movesOf = ({ category, steps }: Script): string[] => [category, ...steps.flatMap((step) => (step.does === 'sets' && step.change.category ? [step.change.category] : []))];
    expect(faultsBy(({ by }) => (by in customers ? [] : [by]))).toEqual([]);
    expect(faultsBy(({ steps }) => steps.flatMap(agentsOf).filter((name) => !(name in agents)))).toEqual([]);
    expect(faultsBy((script) => movesOf(script).filter((slug) => !slugs.includes(slug)))).toEqual([]);
  });

  test('answers what its category asks, and nothing else', () => {
    const valuesOf = ({ fields = {} }: Script): Record<string, FieldValue> =>
      Object.fromEntries(Object.entries(fields).map(([name, answer]) => [name, typeof answer === 'object' ? '2026-11-20' : answer]));
    expect(faultsBy((script) => checkFields(kindOf(script)?.fields ?? [], valuesOf(script)))).toEqual([]);
  });

  test('says every word in full', () => {
    const saidOf = (script: Script): string[] => textsOf(script).map((text) => worded(text, moment, customers[script.by].language));
    expect(faultsBy((script) => saidOf(script).filter((said) => /\{\{|\}\}|undefined|lorem/i.test(said) || said.trim().length < 4))).toEqual([]);
  });
});

// A Saturday night, a Monday before the office opens, the day after a change of clocks, the turn of a year.
test.each(['2026-11-25T12:00:00Z', '2027-03-28T23:30:00Z', '2026-11-23T05:10:00Z', '2027-01-02T01:00:00Z', '2027-07-17T22:59:00Z'])(
  'seeded at %s, everything has happened before, in order, and agents were at work',
  (when) => {
    const now = new Date(when);
    const scenes = scenesUpTo(requests, now);
    expect(scenes.every((scene) => scene.moment <= now)).toBe(true);
    expect(scenes.filter(({ step }) => step && 'by' in step).every((scene) => isOfficeTime(scene.moment))).toBe(true);
    for (const script of requests) {
      const own = scenes.filter((scene) => scene.script === script);
      expect(own.map(({ step }) => step)).toEqual([null, ...script.steps]);
      expect(own.every((scene, index) => index === 0 || scene.moment > (own[index - 1]?.moment ?? scene.moment))).toBe(true);
    }
  },
);

// The year of history that `npm start` adds; a Christmas lies in each.
describe.each(['2026-11-25T12:00:00Z', '2027-03-28T23:30:00Z', '2027-01-02T01:00:00Z'])('the year before %s', (when) => {
  const now = new Date(when);
  const [past, chats] = [pastRequests(now), pastChats(now)];

  test('is the same each time, busy on Mondays and calm at Christmas', () => {
    expect(pastRequests(now)).toEqual(past);
    expect(past.length).toBeGreaterThan(250);
    expect(new Set([...past.map(({ reference }) => reference), ...chats.map(({ key }) => key)]).size).toBe(past.length + chats.length);
    const sentOn = (days: number[]): number => past.filter(({ at }) => days.includes(new Date(at).getUTCDay())).length / days.length;
    expect(sentOn([1])).toBeGreaterThan(2 * sentOn([0, 6]));
    const day = (date: string): number => Date.parse(`${when.startsWith('2027-01') || when.startsWith('2027-03') ? '2026' : '2025'}-${date}T12:00:00Z`);
    const within = (from: number, length: number): number => past.filter(({ at }) => at >= from && at < from + length * 86_400_000).length;
    expect(within(day('12-21'), 14)).toBeLessThan(within(day('12-06'), 14));
  });

  test('has happened in its order, agents were at work, and all but some of the last month is done', () => {
    expect(past.flatMap(({ at, steps, rating }) => [at, ...steps.map((step) => step.at), ...(rating ? [rating.at] : [])]).filter((moment) => moment >= now.getTime())).toEqual([]);
    expect(past.filter(({ at, steps }) => steps.some((step, index) => step.at < (steps[index - 1]?.at ?? at))).map(({ subject }) => subject)).toEqual([]);
    expect(past.flatMap(({ steps }) => steps).filter(({ by, at }) => by === 'agent' && !isOfficeTime(new Date(at)))).toEqual([]);
    expect(past.filter(({ state, at }) => !['solved', 'closed'].includes(state) && at < now.getTime() - 40 * 86_400_000).map(({ subject }) => subject)).toEqual([]);
    expect(chats.flatMap(({ lines, at }) => lines.filter((line, index) => line.at < (lines[index - 1]?.at ?? at) || line.at >= now.getTime()))).toEqual([]);
  });

  test('answers what its categories ask, and says every word in full', () => {
    const faults = past.flatMap((request) => checkFields(leaves.find(({ slug }) => slug === request.story.category)?.fields ?? [], Object.fromEntries(answeredFields(request).map(({ name, value }) => [name, value]))).map((fault) => [request.subject, fault]));
    expect(faults).toEqual([]);
    const said = past.flatMap(({ subject, body, steps }) => [subject, body, ...steps.flatMap((step) => ('says' in step ? [step.says] : []))]);
    expect(said.filter((text) => /[{}]|undefined/.test(text))).toEqual([]);
  });
});
