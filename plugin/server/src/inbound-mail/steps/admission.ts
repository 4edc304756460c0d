import { goOn } from '../chain-types';
import type { Step } from '../chain-types';

/** May the sender say it here? What nobody may yet, waits for a person; whom a person let in is not asked again. */
export const admission: Step = {
  name: 'admission',
  decide({ from }, { row: { admitted }, facts: { authentication, sender, policy, misdirected, ticket } }) {
    if (authentication === 'fail' && admitted === null) return { kind: 'held', reason: 'authentication_failed', detail: from[0]?.address };
    if (!sender || !policy) return { kind: 'held', reason: 'unknown_sender', detail: from[0]?.address };
    if (misdirected !== null && (admitted === null || ticket === null)) return { kind: 'held', reason: misdirected, detail: ticket?.reference };
    return policy.features.emailReplies ? goOn : { kind: 'held', reason: 'replies_switched_off', detail: sender.segment };
  },
};
