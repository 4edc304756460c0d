import type { MailAdmission, ReceivedMailDetail, ReceivedMailLine, ReceivedMailState } from '../../../contracts/inbound-mail';
import type { Pagination } from '../../../contracts/platform';
import { client, get, post } from '../desk/ask';
import type { Answer } from '../desk/ask';

const base = '/portal/received-mails';
const one = (id: string): string => `${base}/${encodeURIComponent(id)}`;

/** What the list can be narrowed to. */
export type Shelf = ReceivedMailState | 'all';

/** GET /portal/received-mails */
export const listMails = async (state: Shelf, page: number, signal?: AbortSignal): Promise<{ lines: ReceivedMailLine[]; pagination: Pagination }> => {
  const { data } = await client().get<Answer<ReceivedMailLine[], { pagination: Pagination }>>(`${base}?${new URLSearchParams({ state, page: String(page) })}`, { signal });
  return { lines: data.data, pagination: data.meta.pagination };
};
/** GET /portal/received-mails/:id */
export const readMail = (id: string, signal?: AbortSignal): Promise<ReceivedMailDetail> => get(one(id), signal);
/** GET /portal/received-mails/:id/raw */
export const readRaw = async (id: string): Promise<Blob> => (await client().get<Blob>(`${one(id)}/raw`, { responseType: 'blob' })).data;
/** POST /portal/received-mails/:id/runs */
export const runMail = (id: string): Promise<ReceivedMailDetail> => post(`${one(id)}/runs`, {});
/** POST /portal/received-mails/:id/admission */
export const admitMail = (id: string, as: MailAdmission['as']): Promise<ReceivedMailDetail> => post(`${one(id)}/admission`, { as });
/** POST /portal/received-mails/:id/discard */
export const discardMail = (id: string): Promise<ReceivedMailDetail> => post(`${one(id)}/discard`, {});
