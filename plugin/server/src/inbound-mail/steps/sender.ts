import { customers } from '../../accounts/services/customers';
import { getService } from '../../platform/get-service';
import { effectivePolicy } from '../../segments/services/policies';
import type { Step } from '../chain-types';

/** Who says that he wrote it? One address in `From`, and the customer to whom it belongs; `Sender` and `Reply-To` make nobody anybody. */
export const sender: Step = {
  name: 'sender',
  async decide({ from }, { strapi }) {
    const [author] = from;
    if (!author || new Set(from.map(({ address }) => address)).size !== 1) return { kind: 'held', reason: 'no_sender', detail: from.map(({ address }) => address).join(', ') || 'no From' };
    const people = getService(strapi, 'customers', customers);
    const user = await people.userByEmail(author.address);
    const customer = user && (await people.byUser(user.id));
    if (!customer) return { kind: 'continue', detail: `${author.address} belongs to no customer` };
    const viewer = await people.viewer(customer.id);
    if (!viewer) return { kind: 'held', reason: 'sender_blocked', detail: author.address };
    return { kind: 'continue', facts: { sender: viewer, policy: effectivePolicy(strapi, viewer) }, detail: viewer.email };
  },
};
