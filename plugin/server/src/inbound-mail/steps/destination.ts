import { getService } from '../../platform/get-service';
import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import { mailCategory } from '../services/mail-category';

/** Where does it go? An answer to its ticket; anything else becomes a request, if its sender may send one. */
export const destination: Step = {
  name: 'destination',
  async decide({ subject }, { strapi, row: { admitted }, facts: { ticket, automatic, policy, body, files } }) {
    if (body === '' && files.length === 0 && (ticket !== null || subject === '')) return { kind: 'held', reason: 'empty' };
    if (ticket !== null) return goOn;
    if (automatic !== null && admitted === null) return { kind: 'held', reason: 'automatic', detail: automatic };
    if (!policy?.features.ticketSubmission) return { kind: 'held', reason: 'tickets_switched_off' };
    return (await getService(strapi, 'mail-category', mailCategory).forNewRequests()) ? goOn : { kind: 'held', reason: 'no_category' };
  },
};
