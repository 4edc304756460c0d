import { goOn } from '../chain-types';
import type { Step } from '../chain-types';

/** Did all of it come in? Of a mail that is too large only its head was fetched. */
export const size: Step = {
  name: 'size',
  decide: (mail, { row }) => (row.size > mail.bytes.length ? { kind: 'held', reason: 'too_large', detail: `${row.size} bytes` } : goOn),
};
