import { membership } from '../../accounts/services/membership';
import type { Belonging } from '../../accounts/services/membership';
import type { Contact } from '../../accounts/services/customers';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import { readRows } from '../../platform/statements';
import type { DeliveredEvent } from '../../platform/tell-subscribers';
import type { Strapi } from '../../platform/domain';
import type { IncidentRow, IncidentUpdateRow } from '../../incidents/rows';
import { incidentLetter } from '../incident-letters';
import { announcements } from './announcements';

// SQLite counts every value of a statement.
const atOnce = 200;
const followersSql = `select c.id, u.email, c.name, c.language, c.segment, c.segment_by_rule as "segmentByRule", c.organisation_id as "organisationId" from portal_incident_followers f join portal_customers c on c.id = f.customer_id join up_users u on u.id = c.user_id
  where f.incident_id = ? and c.id > ? and c.portal_access = ? and u.blocked = ? order by c.id limit ${atOnce}`;

/** One update of an incident, to all who follow it. */
export const incidentNews = ({ strapi }: { strapi: Strapi }) => ({
  /** Handles `incident.updated`. Told twice, or broken off between two batches, it tells each follower once. */
  async tell(event: DeliveredEvent): Promise<void> {
    const { incidentId, updateId } = event.payload as unknown as { incidentId: number; updateId: number };
    const incident = await rows<IncidentRow>(strapi, 'incident').findOne({ where: { id: incidentId } });
    const update = await rows<IncidentUpdateRow>(strapi, 'incident-update').findOne({ where: { id: updateId } });
    if (!incident || !update) return;
    const { segmentOf } = getService(strapi, 'membership', membership);
    const about = { title: incident.title, state: update.state, text: update.text, url: portalAddress(strapi, '/') };
    for (let last = 0; ; ) {
      const followers = await readRows<Contact & Belonging>(strapi, followersSql, [incidentId, last, true, false]);
      const news = followers.map((follower) => ({
        key: `incident:${updateId}:customer:${follower.id}`,
        at: event.at,
        contact: { ...follower, segment: segmentOf(follower) },
        kind: 'incident' as const,
        title: incident.title,
        by: '',
        state: null,
        ticket: null,
        letter: (brand: string) => incidentLetter(follower.language, { ...about, brand, name: follower.name }),
      }));
      await getService(strapi, 'announcements', announcements).tell(news);
      last = followers.at(-1)?.id ?? 0;
      if (followers.length < atOnce) break;
    }
  },
});
