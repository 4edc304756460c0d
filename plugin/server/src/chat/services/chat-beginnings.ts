import { createHmac } from 'node:crypto';
import type { ChatBeginning } from '../../../../contracts/chat';
import { customers } from '../../accounts/services/customers';
import { refuseSecrets } from '../../conversation/secret-guard';
import { now } from '../../platform/clock';
import { Refusal } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { idempotency } from '../../platform/services/idempotency';
import { sealingSecret } from '../../platform/secrets';
import { newToken } from '../../platform/tokens';
import { fieldError, refuseFields } from '../../platform/validate';
import { insertRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { policies } from '../../segments/services/policies';
import { categories } from '../../tickets/services/categories';
import { openIdentity } from '../identity';
import { eventLine, visitorLine } from '../lines';
import type { ChatRow } from '../rows';
import { hashOf, ownedBy } from '../visitor';
import type { ChatVisitor } from '../visitor';
import { chatBlocks } from './chat-blocks';
import { chatDoor } from './chat-door';
import { chatLines } from './chat-lines';
import type { AfterCommit } from './chat-lines';

/** Who a chat is from, as its row keeps it. */
type Person = Pick<ChatRow, 'customerId' | 'name' | 'email' | 'proven' | 'segment' | 'language'>;
/** What came of a beginning. `visitor`: the guest's token, told now and never again. */
export interface Begun {
  chat: string;
  repeated: boolean;
  visitor: string | null;
}

const ownSql = (owned: string): string => `${owned} and state <> 'ended' order by id desc limit 1`;
/** Shorter keys can be guessed, and a guest who repeats a call is known by nothing else. */
const leastKey = 16;

/** How a chat begins. */
export const chatBeginnings = ({ strapi }: { strapi: Strapi }) => {
  const lines = () => getService(strapi, 'chat-lines', chatLines);
  const rules = () => getService(strapi, 'policies', policies).chatRules();

  const vouchedFor = (token: string | undefined) => {
    if (token === undefined) return null;
    const identity = openIdentity(token, strapi.config.get<string>('plugin::portal.chat.identitySecret'), now());
    if (!identity) throw new Refusal('identity_refused', 'The site’s word for who you are does not hold. Reload its page, then try again.');
    return identity;
  };

  const guest = async ({ identity, name = '', email = '', language = 'en' }: ChatBeginning): Promise<Person> => {
    const vouched = vouchedFor(identity);
    const base = { customerId: null, segment: 'standard', language };
    if (vouched) return { ...base, name: vouched.name || name, email: vouched.email, proven: true };
    const { ask } = await getService(strapi, 'chat-door', chatDoor).show('en', false);
    if (ask.email === 'required' && email === '') refuseFields([fieldError('email', 'required')]);
    return { ...base, name, email: ask.email === 'no' ? '' : email, proven: false };
  };
  const personOf = async ({ viewer }: ChatVisitor, input: ChatBeginning): Promise<Person> =>
    viewer ? { customerId: viewer.customerId, name: viewer.name, email: viewer.email, proven: true, segment: viewer.segment, language: viewer.language } : guest(input);

  const categoryOf = async (slug: string | undefined): Promise<number | null> => {
    if (slug === undefined) return null;
    const found = await getService(strapi, 'categories', categories).choosable(slug);
    return found ? found.id : refuseFields([fieldError('category', 'not_allowed')]);
  };

  const create = async (who: ChatVisitor, hash: string | null, input: ChatBeginning): Promise<ChatRow> => {
    const [person, categoryId, moment] = [await personOf(who, input), await categoryOf(input.category), now()];
    const isClosed = (await getService(strapi, 'chat-door', chatDoor).service()) === 'closed';
    const addressHash = who.viewer ? null : getService(strapi, 'chat-blocks', chatBlocks).addressHash(who.network);
    const counts = { lastNumber: 0, lastAgentNumber: 0, seenByVisitor: 0, seenByAgent: 0, unread: 0, mailedUpTo: 0, excerpt: '', waitingSince: moment, lastWordAt: moment };
    const row = { key: newToken().slice(0, 22), state: isClosed ? ('left' as const) : ('waiting' as const), visitorHash: hash, ...person, categoryId, source: input.source, page: input.page ?? '', addressHash, ...counts };
    const id = await insertRow<ChatRow>(strapi, 'chat', row);
    return lines().hold('id = ?', [id]);
  };

  /** Two tabs, or a second beginning, are one chat: what is written goes into the one that goes on. */
  const currentOf = async (who: Pick<ChatVisitor, 'viewer' | 'hash'>): Promise<ChatRow | null> => {
    const owned = ownedBy(who);
    const found = await lines().find(ownSql(owned.sql), owned.bindings);
    if (!found) return null;
    const held = await lines().hold('id = ?', [found.id]);
    return held.state === 'ended' ? null : held;
  };

  const begin = async (who: ChatVisitor, hash: string | null, input: ChatBeginning, afterCommit: AfterCommit): Promise<string> => {
    if (who.viewer) await getService(strapi, 'customers', customers).hold(who.viewer.customerId);
    const chat = (await currentOf({ viewer: who.viewer, hash })) ?? (await create(who, hash, input));
    const isNewlyLeft = chat.state === 'left' && chat.lastNumber === 0;
    const written = await lines().add(chat, [visitorLine(chat, input.text), ...(isNewlyLeft ? [eventLine('left_message')] : [])], {}, afterCommit);
    await lines().sawOwn(written);
    return chat.key;
  };

  /** A repeated call gets the token that the first one got: it is made of the key, which only that page knows. */
  const tokenFor = (key: string | undefined): string => (key === undefined ? newToken() : createHmac('sha256', sealingSecret(strapi)).update(`chat visitor ${key}`).digest('base64url'));
  const isKnown = async (hash: string | null): Promise<boolean> => hash !== null && (await lines().find('visitor_hash = ? limit 1', [hash])) !== null;

  const admit = ({ viewer }: Pick<ChatVisitor, 'viewer'>): void => {
    if (!viewer && !rules().guests) throw new Refusal('not_signed_in', 'Sign in to chat.');
  };

  return {
    /** 401 `not_signed_in` for guests where they may not chat. */
    admit,

    /** His chat that goes on; null where there is none. */
    async current(who: ChatVisitor): Promise<ChatRow | null> {
      const owned = ownedBy(who);
      return lines().find(ownSql(owned.sql), owned.bindings);
    },

    /**
     * Begins a chat once per key, or writes into the one that goes on. 401 `not_signed_in` where guests may not, or
     * `identity_refused`; 403 `chat_blocked`; 409 `secret_found`; 400 names every field that is wrong.
     */
    async begin(who: ChatVisitor, input: ChatBeginning, givenKey: string | undefined): Promise<Begun> {
      admit(who);
      await getService(strapi, 'chat-blocks', chatBlocks).refuse(who);
      refuseSecrets({ text: input.text }, input.allowSecrets);
      const key = who.viewer || (givenKey ?? '').length >= leastKey ? givenKey : undefined;
      const knows = !who.viewer && (await isKnown(who.hash));
      const token = who.viewer || knows ? null : tokenFor(key);
      const { allowSecrets: _allowed, identity: _identity, ...content } = input;
      const owner = who.viewer ? `customer:${who.viewer.customerId}` : 'chat-visitor';
      const hash = token === null ? (who.viewer ? null : who.hash) : hashOf(token);
      const { outcome, repeated } = await getService(strapi, 'idempotency', idempotency).once({ owner, key, content }, (afterCommit) => begin(who, hash, input, afterCommit));
      return { chat: outcome, repeated, visitor: token };
    },
  };
};
