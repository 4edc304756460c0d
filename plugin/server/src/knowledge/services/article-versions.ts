import { after, inPresent, now, seconds } from '../../platform/clock';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import type { Row } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import { events } from '../../platform/services/events';
import { newToken } from '../../platform/tokens';
import { putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';

/** Longer than a transaction is open: a version that is committed late is still found. */
const lookBack = seconds(120);
/** Stands for all categories in the table of versions. */
export const allCategories = 'categories';

interface VersionRow extends Row {
  document: string;
  version: string;
  changedAt: Date;
}
type Listener = (document: string) => void;

/** What of the knowledge base changed when: the counter that every process follows, and the event that the index hears. */
export const articleVersions = ({ strapi }: { strapi: Strapi }) => {
  const listeners: Listener[] = [];

  const bump = (document: string): Promise<void> =>
    // Never a pretended time: other processes look for what is new by it.
    putRow<VersionRow>(strapi, 'article-version', { document }, { version: newToken().slice(0, 16), changedAt: inPresent(now) });

  return {
    /** Told in this process after each commit that changed a document. */
    onChange: (listener: Listener): void => void listeners.push(listener),

    /** Notes that what is published of a document changed, in the caller's transaction. */
    changed: (document: string): Promise<void> =>
      inTransaction(strapi, async (afterCommit) => {
        await bump(document);
        await getService(strapi, 'events', events).record({ type: document === allCategories ? 'article_categories.changed' : 'article.changed', subject: document, payload: {} }, afterCommit);
        afterCommit(() => listeners.forEach((listener) => listener(document)));
      }),

    /** Documents that changed not long before `since` or later, each with its version. One statement. */
    async since(since: Date): Promise<Map<string, string>> {
      const found = await readRows<{ document: string; version: string }>(strapi, 'select document, version from portal_article_versions where changed_at > ?', [after(since, -lookBack)]);
      return new Map(found.map(({ document, version }) => [document, version]));
    },
  };
};
