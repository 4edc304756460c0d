import type { OwnOrganisation } from '@contracts/accounts';
import type { PortalApi } from '@portal-api/client';

/** The reader's organisation, where anybody there may read what the others send; null without one, and where it cannot be read: the page stands without it. */
export const ownOrganisation = async (api: PortalApi): Promise<OwnOrganisation | null> => {
  const answer = await api.get<OwnOrganisation | null>('/me/organisation');
  return answer.ok ? answer.data : null;
};
