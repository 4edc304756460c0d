import type { PortalApi } from '@portal-api/client';

/** A mail that was kept back. */
export interface KeptMail {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  messageId: string;
  createdAt: string;
}

/** All kept mails, newest first; null where mails are really sent. */
export const keptMails = async (api: PortalApi): Promise<KeptMail[] | null> => {
  const answer = await api.get<KeptMail[]>('/mailbox');
  return answer.ok ? answer.data : null;
};
