import { agents } from '../people';
import type { AgentKey } from '../people';
import { chancesOf, code, oneOf, weighed } from './chances';
import type { Chance } from './chances';
import { regulars } from './regulars';
import { momentOf, pastDays } from './rhythm';
import type { PastDay } from './rhythm';
import { homeZone } from '../wording';

const [second, minute, hour] = [1000, 60_000, 3_600_000];
/** Chats are kept half a year after their last word (`retention.chatDays`), and the desk has had them as long. */
const chatDays = 172;

/** A line; `happened` in place of words. `number` is its place. */
export interface PastChatLine {
  at: number;
  kind: 'visitor' | 'agent' | 'event';
  text: string;
  happened: 'joined' | 'left_message' | 'ended_by_visitor' | 'ended_by_agent' | null;
}
/** A chat that is over. `email` of a customer; null: of a guest. */
export interface PastChat {
  key: string;
  at: number;
  name: string;
  email: string | null;
  /** Null: nobody took it. */
  agent: AgentKey | null;
  takenAt: number | null;
  endedAt: number;
  source: 'portal' | 'widget';
  page: string;
  lines: PastChatLine[];
  score: number | null;
}

const talks: [asked: string, told: string, back: string, then: string][] = [
  ['Hi, does the Fjord 3 come with a mast?', 'Hello, without: it fits any pipe of 32 to 48 mm, and the clamp is in the box.', 'Is a washing pole all right?', 'Better than many masts. Two metres of it are fine.'],
  ['My Hub has a red light since lunch.', 'Red means that it has no way out. Does your router show it as connected?', 'It was in the guest network. Green now.', 'Very good. The gap fills itself within the hour.'],
  ['Can I still add a Brook to NW-10380?', 'If it has not left the house: one moment, I look.', 'Thank you.', 'It is in. You get a new confirmation by mail.'],
  ['How many stations does one Hub take?', 'Eight heads and as many small sensors as you like, up to thirty.', 'And how far?', 'A hundred metres with nothing in between; through two walls rather thirty.'],
  ['The app wants me to sign in again and again.', 'On which phone is that?', 'An iPhone, since the update.', 'Please delete the app and load it again, then it keeps you signed in. Your stations stay in the account.'],
  ['Do you deliver to Iceland?', 'We do, with Halden Air, about a week.', 'And the duty?', 'Is paid there, some twenty percent. The article about customs has a table.'],
  ['I get an alert every night at eight. Why?', 'That is the daily summary, not an alert. You find it under Alerts, at the very bottom.', 'Switched off. Thanks!', 'With pleasure.'],
  ['Is there a discount for schools?', 'Ten percent from five stations on. Shall I make you an offer?', 'Yes please, to this address.', 'It is in your mail in a quarter of an hour.'],
];
const guests = ['Marlene', 'Piotr', 'Ben', 'Hélène', 'Anders', 'Giulia', 'Theo', 'Mina'];
const pages = ['https://shop.northwind.example/fjord-3', 'https://shop.northwind.example/fjord-pro', 'https://shop.northwind.example/basket', 'https://shop.northwind.example/'];

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: homeZone, hour: 'numeric', hourCycle: 'h23' });
const isStaffed = ({ isOpen }: PastDay, at: number): boolean => isOpen && Number(clock.format(at)) >= 9 && Number(clock.format(at)) < 17;

/** The words of one, from its first line to its end. `wait`: until an agent takes it. */
const answered = (at: number, wait: number, [asked, told, back, then]: (typeof talks)[number], chance: Chance): PastChatLine[] => {
  const say = (kind: PastChatLine['kind'], text: string, happened: PastChatLine['happened'] = null): Omit<PastChatLine, 'at'> => ({ kind, text, happened });
  const order: [number, Omit<PastChatLine, 'at'>][] = [
    [0, say('visitor', asked)], [wait, say('event', '', 'joined')], [15 + chance(50), say('agent', told)], [20 + chance(80), say('visitor', back)], [20 + chance(70), say('agent', then)],
    [60 + chance(200), say('event', '', chance(3) === 0 ? 'ended_by_agent' : 'ended_by_visitor')],
  ];
  let moment = at;
  return order.map(([after, line]) => ({ at: (moment += after * second), ...line }));
};

const chat = (at: number, each: PastDay, chance: Chance): PastChat => {
  const known = chance(100) < 45 ? oneOf(regulars.filter(({ language }) => language === 'en'), chance) : null;
  const talk = oneOf(talks, chance);
  const isTaken = isStaffed(each, at) && chance(100) < 93;
  const fromWidget = known === null && chance(100) < 75;
  const lines: PastChatLine[] = isTaken
    ? answered(at, 8 + chance(60) + (chance(100) < 20 ? chance(300) : 0), talk, chance)
    : [{ at, kind: 'visitor', text: talk[0], happened: null }, { at: at + minute, kind: 'event', text: '', happened: 'left_message' }, { at: at + 20 * hour, kind: 'event', text: '', happened: 'ended_by_agent' }];
  return {
    key: code(22, chance),
    at,
    name: known?.name ?? oneOf(guests, chance),
    email: known?.email ?? null,
    agent: isTaken ? weighed(Object.keys(agents).map((key, index) => [key as AgentKey, 5 - index] as const), chance) : null,
    takenAt: isTaken ? (lines[1]?.at ?? at) : null,
    endedAt: lines.at(-1)?.at ?? at,
    source: fromWidget ? 'widget' : 'portal',
    page: fromWidget ? oneOf(pages, chance) : '',
    lines,
    score: isTaken && chance(100) < 40 ? weighed([[5, 14], [4, 6], [3, 2], [1, 1]], chance) : null,
  };
};

/** Chats of half a year, oldest first; all are over. */
export const pastChats = (now: Date): PastChat[] =>
  pastDays(now)
    .slice(-chatDays, -1)
    .flatMap((each, index) => {
      const chance = chancesOf(`chats of day ${index}`);
      const wanted = each.busy * (0.5 + index / chatDays);
      const count = Math.floor(wanted) + (chance(1000) < (wanted % 1) * 1000 ? 1 : 0);
      return Array.from({ length: count }, () => chat(momentOf(each, chance), each, chance));
    })
    .filter(({ endedAt }) => endedAt < now.getTime())
    .sort((one, other) => one.at - other.at);
