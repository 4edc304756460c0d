import type { OwnLimits } from '@contracts/conversation';
import type { PortalApi } from '@portal-api/client';

/** What the customer may still send; null where it cannot be told, which keeps nobody from writing. */
export const ownLimits = async (api: PortalApi): Promise<OwnLimits | null> => {
  const answer = await api.get<OwnLimits>('/me/limits');
  return answer.ok ? answer.data : null;
};
