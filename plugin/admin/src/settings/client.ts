import type { Language } from '../../../contracts/accounts';
import type { SentMail } from '../../../contracts/mail';
import type { Examination } from '../../../contracts/doctor';
import type { DeadLetter } from '../../../contracts/mails';
import type { CustomerErasure } from '../../../contracts/privacy';
import type { Pagination } from '../../../contracts/platform';
import type { AuditLine, BlockedContentLine, CustomerChange, CustomerLine, CustomerSettings, InstallationSettings, OrganisationChange, OrganisationLine, PolicyChange, SegmentChange, SegmentList, SegmentSettings, ThemeCheck } from '../../../contracts/settings';
import { client, get, post, put, remove } from '../desk/ask';
import type { Answer } from '../desk/ask';

const base = '/portal/settings';
const segment = (name: string): string => `${base}/segments/${encodeURIComponent(name)}`;

/** One page of a list. */
export interface Listed<Line> {
  lines: Line[];
  pagination: Pagination;
}
const page = async <Line>(url: string, signal?: AbortSignal): Promise<Listed<Line>> => {
  const { data } = await client().get<Answer<Line[], { pagination: Pagination }>>(url, { signal });
  return { lines: data.data, pagination: data.meta.pagination };
};

/** GET /portal/settings/policy */
export const readPolicy = (signal?: AbortSignal): Promise<InstallationSettings> => get(`${base}/policy`, signal);
/** PUT /portal/settings/policy */
export const changePolicy = (changes: PolicyChange): Promise<InstallationSettings> => put(`${base}/policy`, { changes });
/** POST /portal/settings/theme-checks */
export const checkTheme = (accent: string, mode: string): Promise<ThemeCheck> => post(`${base}/theme-checks`, { accent, mode });

/** POST /portal/settings/test-mails */
export const sendTestMail = (language: Language): Promise<SentMail> => post(`${base}/test-mails`, { language });

/** GET /portal/settings/segments */
export const listSegments = (signal?: AbortSignal): Promise<SegmentList> => get(`${base}/segments`, signal);
/** GET /portal/settings/segments/:name */
export const readSegment = (name: string, signal?: AbortSignal): Promise<SegmentSettings> => get(segment(name), signal);
/** POST /portal/settings/segments */
export const createSegment = (title: string): Promise<{ name: string }> => post(`${base}/segments`, { title });
/** PUT /portal/settings/segments/:name */
export const changeSegment = (name: string, change: Partial<SegmentChange>): Promise<SegmentSettings> => put(segment(name), change);
/** PUT /portal/settings/segment-order */
export const orderSegments = (names: string[]): Promise<SegmentList> => put(`${base}/segment-order`, { names });
/** DELETE /portal/settings/segments/:name */
export const removeSegment = (name: string): Promise<{ members: number }> => remove(segment(name));

/** GET /portal/settings/customers */
export const listCustomers = (q: string, number: number, signal?: AbortSignal): Promise<Listed<CustomerLine>> => page(`${base}/customers?${new URLSearchParams({ q, page: String(number) })}`, signal);
/** GET /portal/settings/customers/:id */
export const readCustomer = (id: number, signal?: AbortSignal): Promise<CustomerSettings> => get(`${base}/customers/${id}`, signal);
/** PUT /portal/settings/customers/:id */
export const changeCustomer = (id: number, change: CustomerChange): Promise<CustomerLine> => put(`${base}/customers/${id}`, change);

/** DELETE /portal/settings/customers/:id/second-factors */
export const removeSecondFactors = (id: number): Promise<{ removed: boolean }> => remove(`${base}/customers/${id}/second-factors`);
/** GET /portal/settings/customers/:id/erasure */
export const readErasure = (id: number, signal?: AbortSignal): Promise<CustomerErasure | null> => get(`${base}/customers/${id}/erasure`, signal);
/** POST /portal/settings/customers/:id/erasure */
export const startErasure = (id: number, delay: boolean): Promise<CustomerErasure | null> => post(`${base}/customers/${id}/erasure`, { delay });
/** DELETE /portal/settings/customers/:id/erasure */
export const withdrawErasure = (id: number): Promise<CustomerErasure | null> => remove(`${base}/customers/${id}/erasure`);

/** GET /portal/settings/organisations */
export const listOrganisations = (signal?: AbortSignal): Promise<OrganisationLine[]> => get(`${base}/organisations`, signal);
/** POST and PUT /portal/settings/organisations */
export const saveOrganisation = (id: number | null, change: OrganisationChange): Promise<{ joined: number }> => (id === null ? post(`${base}/organisations`, change) : put(`${base}/organisations/${id}`, change));
/** DELETE /portal/settings/organisations/:id */
export const removeOrganisation = (id: number): Promise<{ members: number }> => remove(`${base}/organisations/${id}`);

/** A part of the audit log; `next` goes on from there. */
export interface Changes {
  lines: AuditLine[];
  next: number | null;
}
/** GET /portal/settings/audit-entries */
export const listChanges = async (search: string, signal?: AbortSignal): Promise<Changes> => {
  const { data } = await client().get<Answer<AuditLine[], { next: number | null }>>(`${base}/audit-entries?${search}`, { signal });
  return { lines: data.data, next: data.meta.next };
};
/** GET /portal/settings/audit-entries/file: a plain link could not carry the admin's token. */
export const readChangesFile = async (search: string): Promise<Blob> => (await client().get(`${base}/audit-entries/file?${search}`, { responseType: 'blob' })).data;

/** GET /portal/mails/failed */
export const listFailedMails = (number: number, signal?: AbortSignal): Promise<Listed<DeadLetter>> => page(`/portal/mails/failed?page=${number}`, signal);
/** POST /portal/mails/failed/:id/sendings */
export const sendMailAgain = (id: number): Promise<DeadLetter> => post(`/portal/mails/failed/${id}/sendings`, {});
/** DELETE /portal/mails/failed/:id */
export const giveMailUp = (id: number): Promise<DeadLetter> => remove(`/portal/mails/failed/${id}`);

/** GET /portal/settings/blocked-content */
export const listBlockedContent = (signal?: AbortSignal): Promise<BlockedContentLine[]> => get(`${base}/blocked-content`, signal);
/** DELETE /portal/settings/blocked-content */
export const clearBlockedContent = (): Promise<BlockedContentLine[]> => remove(`${base}/blocked-content`);

/** POST /portal/settings/examinations: it knocks at doors, so it is no reading. */
export const examine = async (signal?: AbortSignal): Promise<Examination> => (await client().post<Answer<Examination>>(`${base}/examinations`, {}, { signal })).data.data;
