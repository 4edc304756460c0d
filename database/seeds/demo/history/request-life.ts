import type { TicketState } from '../../../../plugin/contracts/tickets';
import { oneOf, weighed } from './chances';
import type { Chance } from './chances';
import { openMinutesAfter } from './rhythm';
import type { PastDay } from './rhythm';
import type { PastRequest, PastStep } from './past-request';
import type { Story } from './story';

const minute = 60_000;
const hour = 60 * minute;
/** What premium customers are promised, in minutes of opening (see `desk-settings.ts`). */
const promisedMinutes = 240;

interface Telling {
  story: Story;
  said(text: string, moment: number): string;
  isPremium: boolean;
  /** 0 a year ago, 1 now: the desk got quicker. */
  progress: number;
  days: PastDay[];
  now: number;
  chance: Chance;
}

/** One request from its first reply on, step by step, until nothing more has happened by now. */
class Life {
  readonly steps: PastStep[] = [];
  state: TicketState = 'new';
  spentMinutes = 0;

  constructor(
    private clock: number,
    private readonly telling: Telling,
  ) {}

  private reach(moment: number | null): boolean {
    if (moment === null || moment >= this.telling.now) return false;
    this.clock = moment;
    return true;
  }

  private become(by: PastStep['by'], to: TicketState): void {
    if (to !== this.state) this.steps.push({ at: this.clock, by, from: this.state, to });
    this.state = to;
  }

  /** After so many minutes of opening an agent writes; false where that is still to come. */
  agentReplies(minutes: number, text: string, to: TicketState): boolean {
    if (!this.reach(openMinutesAfter(this.telling.days, this.clock, minutes))) return false;
    this.spentMinutes += minutes;
    this.steps.push({ at: this.clock, by: 'agent', says: this.telling.said(text, this.clock) });
    this.become('agent', to);
    return true;
  }

  requesterWrites(hours: number, text: string): boolean {
    if (!this.reach(this.clock + hours * hour + this.telling.chance(60) * minute)) return false;
    this.steps.push({ at: this.clock, by: 'requester', says: this.telling.said(text, this.clock) });
    this.become('requester', 'open');
    return true;
  }

  requesterCloses(hours: number): void {
    if (this.reach(this.clock + hours * hour)) this.become('requester', 'closed');
  }

  get moment(): number {
    return this.clock;
  }
}

const words = { en: { again: 'One more thing: it is the same again since this morning.', look: 'I have had another look at it from here; it should be right now. Tell me if not.', glad: 'Glad to hear that. I mark it as solved.' }, de: { again: 'Leider ist es seit heute früh wieder so.', look: 'Ich habe von hier aus noch einmal nachgesehen, jetzt sollte es stimmen. Sonst schreiben Sie einfach.', glad: 'Das freut mich. Ich setze die Anfrage auf gelöst.' } };

const firstDelay = ({ isPremium, progress, chance }: Telling): number => {
  const usual = 12 + chance(100) + chance(100);
  const slow = chance(100) < 9 ? 300 + chance(400) : 0;
  return isPremium ? 15 + chance(170) + (chance(100) < 5 ? 200 : 0) : Math.round((usual + slow) * (1.35 - 0.6 * progress));
};

const live = (life: Life, telling: Telling, delay: number): void => {
  const { story, chance } = telling;
  const said = words[story.language];
  const atOnce = chance(100) < 45;
  if (!life.agentReplies(delay, story.reply, atOnce ? 'solved' : 'pending')) return;
  if (story.back && !atOnce && chance(100) < 60) {
    if (!life.requesterWrites(2 + chance(30), story.back[0])) return;
    if (!life.agentReplies(20 + chance(260), story.back[1], 'pending')) return;
  }
  if (!atOnce) {
    // Some come back to it after two weeks only.
    if (!life.requesterWrites(chance(100) < 25 ? 120 + chance(400) : 3 + chance(60), story.thanks)) return;
    if (!life.agentReplies(5 + chance(120), said.glad, 'solved')) return;
  }
  if (chance(100) < 6 && life.requesterWrites(10 + chance(50), said.again)) life.agentReplies(30 + chance(200), said.look, 'solved');
  if (life.state === 'solved' && chance(100) < 45) life.requesterCloses(20 + chance(100));
};

const ratingOf = (life: Life, delay: number, { chance, now, isPremium }: Telling, eager: boolean): PastRequest['rating'] => {
  const at = life.moment + (1 + chance(30)) * hour;
  if (!['solved', 'closed'].includes(life.state) || at >= now || chance(100) >= (eager ? 70 : 46)) return null;
  const slow = delay > (isPremium ? 200 : 350);
  return { at, score: weighed(slow ? [[5, 3], [4, 4], [3, 3], [2, 2], [1, 1]] : [[5, 24], [4, 12], [3, 3], [2, 1], [1, 1]], chance) };
};

/** What became of a request that was sent at `at`. `eager`: somebody who likes to say how it was. */
export const lifeOf = (at: number, telling: Telling, eager: boolean): Pick<PastRequest, 'steps' | 'state' | 'spentMinutes' | 'rating' | 'promise' | 'expectedReplyHours'> => {
  const { days, isPremium, progress, chance } = telling;
  const [life, delay] = [new Life(at, telling), firstDelay(telling)];
  live(life, telling, delay);
  const isReplied = life.state !== 'new';
  const due = isPremium ? openMinutesAfter(days, at, promisedMinutes) : null;
  const promise = due === null || !isReplied ? null : { kept: delay <= promisedMinutes, at: due };
  const expectedReplyHours = progress > 0.25 && chance(100) < 70 ? oneOf([8, 24, 24, 24, 30], chance) : null;
  return { steps: life.steps, state: life.state, spentMinutes: life.spentMinutes, rating: ratingOf(life, delay, telling, eager), promise, expectedReplyHours };
};
