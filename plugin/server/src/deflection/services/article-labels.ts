import { getService } from '../../platform/get-service';
import { inTransaction, rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { putRow, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { keyOf } from '../../knowledge/index-documents';
import { localeFor } from '../../knowledge/locales';
import { articleLanguages } from '../../knowledge/services/article-languages';
import { searchIndex } from '../../search/services/search-index';
import type { ArticleLinkRow, LinkSource } from '../rows';

/** How sure a label is: a person's own word counts whole, a closed tab a third. */
const weights: Record<LinkSource, number> = { solved_by_suggestion: 1, agent_link: 1, opened_not_sent: 0.3 };

/** What was asked, in which language. */
export interface Question {
  text: string;
  language: string;
}
/** An article that answered something. */
type Label = Pick<ArticleLinkRow, 'document' | 'source'>;
const labelsSql = 'select document, source from portal_article_links where cause = ? and removed = ? order by id limit 50';
export type Cause = `ticket:${number}` | `suggestion:${string}`;

/** Which article answered what. The search learns from these labels, and forgets what is taken back. */
export const articleLabels = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<ArticleLinkRow>(strapi, 'article-link');
  const index = () => getService(strapi, 'search-index', searchIndex);
  const of = (cause: Cause): Promise<Label[]> => readRows<Label>(strapi, labelsSql, [cause, false]);

  return {
    of,

    /** How many labels a cause has or had: most tickets have none, and nothing to learn or forget. */
    everOf: (cause: Cause): Promise<number> => table.count({ where: { cause } }),

    /** Labels an article. One that was taken back stays so, unless a person puts it in again by `again`. */
    async add(cause: Cause, document: string, source: LinkSource, again = false): Promise<void> {
      const ticketId = cause.startsWith('ticket:') ? Number(cause.slice('ticket:'.length)) : null;
      const known = await table.findOne({ where: { cause, document } });
      if (known?.removed && !again) return;
      // A link that an agent adds to what solved it takes nothing from that.
      const kept = known && !known.removed && weights[known.source] >= weights[source] ? known.source : source;
      await putRow<ArticleLinkRow>(strapi, 'article-link', { cause, document }, { ticketId, source: kept, removed: false });
    },

    /** Takes a label back; false when there was none. */
    remove: (cause: Cause, document: string): Promise<boolean> =>
      inTransaction(strapi, async () => {
        const known = await table.findOne({ where: { cause, document, removed: false } });
        if (known) await updateRow<ArticleLinkRow>(strapi, 'article-link', known.id, { removed: true });
        return known !== null;
      }),

    /** What answered one ticket answered the one that it was merged into; what agents said there of an article stands. Does nothing the second time. */
    move: (from: Cause, to: Cause): Promise<void> =>
      inTransaction(strapi, async () => {
        for (const { id, document } of await table.findMany({ where: { cause: from }, orderBy: { id: 'asc' }, limit: 50 })) {
          if (await table.findOne({ where: { cause: to, document } })) await table.deleteMany({ where: { id } });
          else await updateRow<ArticleLinkRow>(strapi, 'article-link', id, { cause: to, ticketId: Number(to.slice('ticket:'.length)) });
        }
      }),

    /** Brings what the search learned from a cause to its labels; without a question, or a label, to nothing. */
    async learn(cause: Cause, question: Question | null): Promise<void> {
      const labels = question && question.text.trim() !== '' ? await of(cause) : [];
      if (!question || labels.length === 0) return index().unlearn(cause);
      const language = localeFor(question.language, await getService(strapi, 'article-languages', articleLanguages).get());
      const answers = labels.map(({ document, source }) => ({ document: keyOf(document, language), weight: weights[source] }));
      await index().learn({ key: cause, language, text: question.text, answers });
    },
  };
};
