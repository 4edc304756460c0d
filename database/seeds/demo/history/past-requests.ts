import { agents, customers } from '../people';
import type { AgentKey } from '../people';
import { worded } from '../wording';
import { chancesOf, code, oneOf, weighed } from './chances';
import type { Chance } from './chances';
import type { PastRequest, Requester } from './past-request';
import { deskOf, oldAcquaintances, regulars } from './regulars';
import { lifeOf } from './request-life';
import { historyDays, momentOf, pastDays } from './rhythm';
import type { PastDay } from './rhythm';
import { stories } from './stories';
import type { Story } from './story';

const day = 86_400_000;
/** A day of usual business, before what season and growth make of it. */
const requestsADay = 0.95;
/** What the cast itself asked lately is told by scripts; the history ends before those begin. */
const scriptedDays = 80;

const requesters: (readonly [Requester, number])[] = regulars.map(({ weight, premium = false, ...person }) => [{ ...person, premium }, weight]);

/** Orders have numbers, some three a working day up to now. */
const orderAt = (at: number, now: number): string => `NW-${10_422 - Math.round(((now - at) / day) * (15 / 7)) - 3}`;

const filled = (text: string, facts: Record<string, string>): string => text.replace(/\{(order|serial|first|agent)\}/g, (_all, name: string) => facts[name] ?? '');

const request = (at: number, by: Requester, days: PastDay[], now: number, chance: Chance, eager = false): PastRequest => {
  const story = oneOf(stories.filter(({ language }) => language === by.language), chance);
  const usual = deskOf[story.category];
  const agent = usual && chance(100) < 82 ? usual : oneOf(Object.keys(agents) as AgentKey[], chance);
  const facts = { order: orderAt(at, now), serial: `${by.premium ? 'FP' : 'FJ3'}-${20_000 + chance(1400)}`, first: by.name.split(' ')[0] ?? '', agent: agents[agent].firstname };
  const said = (text: string, moment: number): string => worded(filled(text, facts), new Date(moment), by.language);
  const progress = 1 - (now - at) / (historyDays * day);
  const life = lifeOf(at, { story, said, isPremium: by.premium, progress, days, now, chance }, eager);
  const fields: Story['answers'] = Object.fromEntries(Object.entries(story.answers).map(([name, answer]) => [name, typeof answer === 'string' ? filled(answer, facts) : answer]));
  return { reference: `R-${code(6, chance)}`, by, agent, story, subject: said(oneOf(story.subjects, chance), at), body: said(story.text, at), fields, at, ...life };
};

const ofRegulars = (days: PastDay[], now: number): PastRequest[] =>
  days.flatMap((each, index) => {
    const chance = chancesOf(`requests of day ${index}`);
    // The remainder is a chance, so that quiet days are not all alike.
    const wanted = each.busy * requestsADay;
    const count = Math.floor(wanted) + (chance(1000) < (wanted % 1) * 1000 ? 1 : 0);
    return Array.from({ length: count }, () => request(momentOf(each, chance), weighed(requesters, chance), days, now, chance));
  });

const ofAcquaintances = (days: PastDay[], now: number): PastRequest[] =>
  oldAcquaintances.flatMap(([key, count]) => {
    const { theme: _theme, ...person } = customers[key];
    const [chance, own] = [chancesOf(`requests of ${key}`), days.slice(0, historyDays - scriptedDays)];
    return Array.from({ length: count }, (_, index) => {
      const from = Math.floor((index / count) * own.length);
      const when = own[from + chance(Math.max(1, Math.floor(own.length / count)))] ?? own[from];
      return request(momentOf(when as PastDay, chance), { ...person, premium: key === 'hanna' }, days, now, chance, true);
    });
  });

/** A year of requests up to yesterday, oldest first; the same each time for the same moment. */
export const pastRequests = (now: Date): PastRequest[] => {
  const days = pastDays(now);
  return [...ofRegulars(days, now.getTime()), ...ofAcquaintances(days, now.getTime())].sort((one, other) => one.at - other.at);
};
