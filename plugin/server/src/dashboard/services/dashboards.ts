import type { Dashboard } from '../../../../contracts/dashboard';
import type { Viewer } from '../../accounts/viewer';
import { incidents } from '../../incidents/services/incidents';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { EffectivePolicy } from '../../segments/resolve-policy';
import { readerOf } from '../../tickets/membership';
import { openRequests } from '../../tickets/services/open-requests';
import { recentActivity } from '../../tickets/services/recent-activity';
import { ticketList } from '../../tickets/services/ticket-list';
import { ownFigures } from './own-figures';
import { suggestedArticles } from './suggested-articles';

const mostOpen = 8;
const mostColleagues = 3;
const mostActivity = 6;

/** Where a customer stands, out of what several domains know. How often the database is asked does not grow with what he has. */
export const dashboards = ({ strapi }: { strapi: Strapi }) => {
  /** What colleagues have open, his own left out; one statement, and none where his segment does not let him. */
  const ofColleagues = async (viewer: Viewer): Promise<Dashboard['colleagues']> => {
    const reader = readerOf(strapi, viewer);
    if (reader.organisation === null) return null;
    return getService(strapi, 'ticket-list', ticketList).openOfColleagues({ ...reader, organisation: reader.organisation }, mostColleagues);
  };

  return {
    /** All of it for one customer. */
    async show(viewer: Viewer, { features }: EffectivePolicy): Promise<Dashboard> {
      const { list, count, waiting, tickets } = await getService(strapi, 'open-requests', openRequests).of(viewer.customerId, mostOpen);
      const [colleagues, activity, around, articles, figures] = await Promise.all([
        ofColleagues(viewer),
        getService(strapi, 'recent-activity', recentActivity).of(viewer.customerId, mostActivity),
        getService(strapi, 'incidents', incidents).list(viewer.customerId),
        features.knowledgeBase ? getService(strapi, 'suggested-articles', suggestedArticles).of(viewer, tickets) : { basis: 'popular' as const, list: [] },
        getService(strapi, 'own-figures', ownFigures).of(viewer),
      ]);
      return { open: list, openCount: count, waitingCount: waiting, colleagues, activity, incidents: around, articles, figures };
    },
  };
};
