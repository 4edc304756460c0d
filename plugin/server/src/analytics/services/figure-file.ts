import { dimensions } from '../../../../contracts/analytics';
import type { Dimension, Durations, Figures, NamedPart, Span } from '../../../../contracts/analytics';
import { csvLine } from '../../audit/csv';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { figures } from './figures';

const durationNames = (what: string): string[] => [`${what}, count`, `${what}, median at least (s)`, `${what}, median below (s)`, `${what}, average (s)`];
const heading = ['by', 'name', 'from', 'to', 'requests', 'solved', 'reopened', 'open at the end', ...durationNames('first reply'), ...durationNames('resolution'), 'ratings', 'average rating', 'reply promises kept', 'reply promises broken', 'resolution promises kept', 'resolution promises broken', 'replies with an expectation', 'of these in time'];

const durationCells = ({ count, median, average }: Durations): (number | null)[] => [count, median?.from ?? null, median?.to ?? null, average === null ? null : Math.round(average)];
const cells = ({ opened, resolved, reopened, backlog, firstReply, resolution, ratings, promises: { reply, resolution: solved }, expected }: Figures): (number | null)[] => {
  const rated = ratings.reduce((sum, count) => sum + count, 0);
  const points = ratings.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return [opened, resolved, reopened, backlog, ...durationCells(firstReply), ...durationCells(resolution), rated, rated === 0 ? null : Number((points / rated).toFixed(2)), reply.kept, reply.broken, solved.kept, solved.broken, expected.count, expected.inTime];
};
/** What is not known, or is a ratio of nothing, is an empty cell. */
const line = (by: string, name: string, { from, to }: Span, found: Figures): string => csvLine([by, name, from, to, ...cells(found).map((each) => (each === null ? '' : String(each)))]);
const nameOf = ({ value, name }: NamedPart): string => name ?? `removed (${value})`;

/** Figures as a file for spreadsheets. */
export const figureFile = ({ strapi }: { strapi: Strapi }) => {
  const read = () => getService(strapi, 'figures', figures);
  return {
    /** The whole span, each of its days, and, where no part is chosen, each part of every dimension. Durations in seconds. */
    async *lines(span: Span, part: { by: Dimension; value: string } | null): AsyncGenerator<string> {
      yield csvLine(heading);
      yield line('all', part ? `${part.by} ${part.value}` : '', span, await read().ofSpan(span, part));
      for (const { day, figures: found } of await read().days(span, part)) yield line('day', day, { from: day, to: day }, found);
      for (const by of part ? [] : dimensions) for (const each of await read().parts({ ...span, by })) yield line(by, nameOf(each), span, each.figures);
    },
  };
};
