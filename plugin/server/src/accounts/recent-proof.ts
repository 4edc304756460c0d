import { after, minutes, now } from '../platform/clock';
import { Refusal } from '../platform/errors';
import type { Viewer } from './viewer';

const holds = minutes(10);

/** Until when a session counts as proven; null where it does not now. */
export const provenUntil = ({ verifiedAt }: Pick<Viewer, 'verifiedAt'>): Date | null => {
  const until = verifiedAt && after(verifiedAt, holds);
  return until && until > now() ? until : null;
};

/**
 * Refuses with 403 `verification_needed` unless whoever sits there proved within ten minutes who he is: by signing in,
 * or with `POST me/verification`. Asked before everything that would give a passer-by the account: password, factors,
 * passkeys, the address, a copy of all data, the end of the account.
 */
export const needRecentProof = (viewer: Pick<Viewer, 'verifiedAt'>): void => {
  if (!provenUntil(viewer)) throw new Refusal('verification_needed', 'Confirm first that it is you. Nothing was changed.');
};
