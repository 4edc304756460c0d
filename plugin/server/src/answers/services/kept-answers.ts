import type { WrittenAnswer } from '../../../../contracts/answers';
import { after, hours, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { rows } from '../../platform/rows';
import { couldBeKey, newToken } from '../../platform/tokens';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { articlePassages } from '../../knowledge/services/article-passages';
import type { Audience } from '../../knowledge/visibility';
import type { KeptSource, WrittenAnswerRow } from '../rows';

const lifetime = hours(1);
export type NewAnswer = Pick<WrittenAnswerRow, 'owner' | 'readIn' | 'language' | 'state' | 'sentences' | 'sources'>;

/** A source as it is told: which document it is stays inside. */
export const toSource = ({ n, slug, title, heading, anchor, language }: KeptSource): WrittenAnswer['sources'][number] => ({ n, slug, title, heading, anchor, language });

/** Answers that were written in the last hour, each for whoever asked. */
export const keptAnswers = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<WrittenAnswerRow>(strapi, 'written-answer');
  return {
    /** Keeps an answer and says under which name. */
    async keep(answer: NewAnswer): Promise<string> {
      const key = newToken().slice(0, 22);
      await insertRow<WrittenAnswerRow>(strapi, 'written-answer', { key, ...answer });
      return key;
    },

    /** 404 for another's, for one that is too old, and for one whose sources are no longer all there for this reader. */
    async show(key: string, readers: string[], audience: Audience): Promise<WrittenAnswer> {
      const where = { key, owner: { $in: readers }, createdAt: { $gt: after(now(), -lifetime) } };
      const row = couldBeKey(key) && readers.length > 0 ? await table.findOne({ where }) : null;
      const sources = row?.sources ?? [];
      const isReadable = row && (await getService(strapi, 'article-passages', articlePassages).areReadable(sources.map(({ document }) => document), row.readIn, audience));
      if (!isReadable) throw notFound();
      const { state, language, sentences } = row;
      return { id: row.key, state, language, sentences, sources: sources.map(toSource) };
    },

    forgetOld: () => table.deleteMany({ where: { createdAt: { $lt: after(now(), -lifetime) } } }),
  };
};
