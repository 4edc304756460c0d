import type { Attachment } from '@contracts/conversation';
import type { ShareLink } from '@contracts/sharing';
import type { TicketDetail } from '@contracts/tickets';
import type { PortalApi } from '@portal-api/client';

/** The links with which others read a request; asked for only where there are any. */
export const openLinks = async (api: PortalApi, { reference, shareLinks, may }: TicketDetail): Promise<ShareLink[]> => {
  const answer = shareLinks > 0 && may.invite ? await api.get<ShareLink[]>(`/tickets/${reference}/share-links`) : null;
  return answer?.ok ? answer.data : [];
};

/** The files of a reply that is not sent yet, by the ids that its draft has. */
export const looseFiles = async (api: PortalApi, ids: string[]): Promise<Attachment[]> => {
  const answer = ids.length > 0 ? await api.get<Attachment[]>(`/attachments?ids=${ids.join(',')}`) : null;
  return answer?.ok ? answer.data : [];
};
