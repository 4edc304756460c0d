import type { Audience } from '../../../../contracts/tickets';
import type { Viewer } from '../../accounts/viewer';
import { getService } from '../../platform/get-service';
import { readRows } from '../../platform/statements';
import type { Strapi } from '../../platform/domain';
import { colleagues } from '../../segments/services/colleagues';
import type { TicketRow } from '../rows';
import { participants } from './participants';
import type { ReadTicket } from './ticket-list';

/** What a reader is to a ticket. */
export type Standing = 'requester' | 'participant' | 'colleague';
type AroundTicket = Pick<TicketRow, 'id' | 'requesterId' | 'organisationId'> & Pick<ReadTicket, 'participants' | 'requesterName'>;

const belongsSql = 'select organisation_id as "organisationId" from portal_customers where id = ?';

/** Who can read a ticket, as its readers are told. */
export const audiences = ({ strapi }: { strapi: Strapi }) => {
  const house = (organisationId: number | null): Promise<string | null> => getService(strapi, 'colleagues', colleagues).readersIn(organisationId);

  /** What his colleagues may read ends with the requester's belonging to them. */
  const belongs = async (viewer: Viewer, { organisationId, requesterId }: AroundTicket, standing: Standing): Promise<boolean> => {
    if (standing === 'requester') return viewer.organisationId === organisationId;
    // A colleague could not read it otherwise.
    if (standing === 'colleague') return true;
    const [requester] = await readRows<{ organisationId: number | null }>(strapi, belongsSql, [requesterId]);
    return requester?.organisationId === organisationId;
  };

  const colleaguesOf = async (viewer: Viewer, ticket: AroundTicket, standing: Standing): Promise<Audience[]> => {
    const name = await house(ticket.organisationId);
    return name !== null && (await belongs(viewer, ticket, standing)) ? [{ name, role: 'colleagues', you: standing === 'colleague', id: null }] : [];
  };

  return {
    house,

    /** For one who may read it. A statement more where somebody was added, and one where colleagues may read, whose name is known for ten seconds. */
    async of(viewer: Viewer, ticket: AroundTicket, agents: string): Promise<{ standing: Standing; audience: Audience[] }> {
      const added = ticket.participants > 0 ? await getService(strapi, 'participants', participants).of(ticket.id) : [];
      const own = viewer.email.toLowerCase();
      const isRequester = ticket.requesterId === viewer.customerId;
      const standing = isRequester ? 'requester' : added.some(({ email }) => email === own) ? 'participant' : 'colleague';
      const audience: Audience[] = [
        { name: ticket.requesterName, role: 'requester', you: isRequester, id: null },
        ...added.map(({ key, email }): Audience => ({ name: email, role: 'participant', you: !isRequester && email === own, id: key })),
        ...(await colleaguesOf(viewer, ticket, standing)),
        { name: agents, role: 'agents', you: false, id: null },
      ];
      return { standing, audience };
    },
  };
};
