import type { Analytics, Figures, Kept } from '../../../contracts/analytics';
import type { CountedAs } from '../../../contracts/desk';
import { countedView } from '../inbox/views';
import { inboxPath } from '../places';
import { averageOf, shareOf } from './say-figures';
import type { FigureWords } from './say-figures';
import type { Tile } from './FigureTile';

/** The inbox with the tickets behind a figure; nothing for a part that the inbox does not know. */
export const ticketsBehind = ({ span, part }: Pick<Analytics, 'span' | 'part'>, counted: CountedAs): string | undefined => {
  if (part && part.filters === null) return undefined;
  return `${inboxPath}?${new URLSearchParams({ view: countedView, counted, ...span, ...part?.filters })}`;
};

type Sayings = [key: 'requests' | 'solved' | 'backlog' | 'firstReply' | 'resolution' | 'satisfaction' | 'reopened' | 'replyPromises' | 'resolutionPromises' | 'expected', told: (figures: Figures, words: FigureWords) => Pick<Tile, 'value' | 'detail'>, amount: ((figures: Figures) => number) | null, counted: CountedAs | null];

const toldPromise = (promise: Kept, { share, say }: FigureWords): Pick<Tile, 'value' | 'detail'> => ({ value: share(shareOf(promise)), detail: say('analytics.keptAndBroken', { kept: promise.kept, broken: promise.broken }) });
const ratedOf = ({ ratings }: Figures): number => ratings.reduce((sum, each) => sum + each, 0);

const sayings: Sayings[] = [
  ['requests', ({ opened }, { count }) => ({ value: count(opened) }), ({ opened }) => opened, 'opened'],
  ['solved', ({ resolved }, { count }) => ({ value: count(resolved) }), ({ resolved }) => resolved, 'resolved'],
  ['backlog', ({ backlog }, { count }) => ({ value: count(backlog) }), ({ backlog }) => backlog, null],
  ['reopened', ({ reopened }, { count }) => ({ value: count(reopened) }), ({ reopened }) => reopened, 'reopened'],
  ['firstReply', ({ firstReply }, { median, average, say }) => ({ value: median(firstReply), detail: firstReply.count === 0 ? undefined : say('analytics.averageOf', { time: average(firstReply), count: firstReply.count }) }), null, 'replied'],
  ['resolution', ({ resolution }, { median, average, say }) => ({ value: median(resolution), detail: resolution.count === 0 ? undefined : say('analytics.averageOf', { time: average(resolution), count: resolution.count }) }), null, 'resolved'],
  ['satisfaction', (figures, { points, say }) => ({ value: points(averageOf(figures.ratings)), detail: ratedOf(figures) === 0 ? undefined : say('analytics.ofRatings', { count: ratedOf(figures) }) }), null, 'rated'],
  ['replyPromises', ({ promises: { reply } }, words) => toldPromise(reply, words), null, 'reply_broken'],
  ['resolutionPromises', ({ promises: { resolution } }, words) => toldPromise(resolution, words), null, 'resolution_broken'],
  ['expected', ({ expected: { count, inTime } }, { share, say }) => ({ value: share(shareOf({ kept: inTime, broken: count - inTime })), detail: count === 0 ? undefined : say('analytics.ofReplies', { count }) }), null, 'expected'],
];

/** How figures say that there is nothing to make a ratio of. */
const nothing = '–';

/** What the page says first, in order. */
export const tilesOf = (found: Analytics, words: FigureWords): Tile[] =>
  sayings.map(([key, told, amount, counted]) => {
    const earlier = found.before?.figures;
    const change = earlier && amount ? words.change(amount(found.figures), amount(earlier)) : null;
    const [now, was] = [told(found.figures, words), earlier ? told(earlier, words).value : nothing];
    const before = was === nothing ? null : words.say('analytics.before', { value: was });
    return {
      name: words.say(`analytics.figure.${key}`),
      ...now,
      before: before && (change ? `${change} · ${before}` : before),
      meaning: words.say(`analytics.meaning.${key}`),
      to: now.value === nothing ? undefined : counted ? ticketsBehind(found, counted) : `${inboxPath}?${new URLSearchParams({ view: 'open', ...found.part?.filters })}`,
      toWords: words.say(counted?.endsWith('broken') ? 'analytics.lateTickets' : 'analytics.tickets'),
    };
  });
