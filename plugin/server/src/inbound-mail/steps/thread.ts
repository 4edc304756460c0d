import { getService } from '../../platform/get-service';
import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import { mailThreads } from '../services/mail-threads';

/** Which ticket does it answer? The strongest sign counts: a sealed token, then a Message-ID, then the number in its subject. */
export const thread: Step = {
  name: 'thread',
  async decide(mail, { strapi, row, facts: { sender } }) {
    // Whoever let it in said that it is a new request.
    if (row.admitted === 'request') return goOn;
    const found = await getService(strapi, 'mail-threads', mailThreads).find(mail, sender);
    if (!found) return goOn;
    const { ticket, threadSign, misdirected } = found;
    return { kind: 'continue', facts: { ticket, threadSign, misdirected }, detail: `${threadSign}: ${ticket?.reference ?? '–'}` };
  },
};
