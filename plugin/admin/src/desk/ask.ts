import { getFetchClient } from '@strapi/strapi/admin';

/** What the server wraps its answers in. */
export interface Answer<Data, Meta = object> {
  data: Data;
  meta: Meta;
}

/** Strapi's client. Not the hook: it aborts with its component, and a reply on its way must arrive when the agent moves on. */
export const client = () => getFetchClient();

/** Reads; rejects with Strapi's FetchError, as the others do. */
export const get = async <Data>(url: string, signal?: AbortSignal): Promise<Data> => (await client().get<Answer<Data>>(url, { signal })).data.data;
/** Puts in place. */
export const put = async <Data>(url: string, body: unknown): Promise<Data> => (await client().put<Answer<Data>>(url, body)).data.data;
/** Adds. */
export const post = async <Data>(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Data> => (await client().post<Answer<Data>>(url, body, { headers })).data.data;
/** Takes away. */
export const remove = async <Data>(url: string): Promise<Data> => (await client().del<Answer<Data>>(url)).data.data;
