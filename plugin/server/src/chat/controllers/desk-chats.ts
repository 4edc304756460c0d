import type { Context } from 'koa';
import { chatBlocking, chatListQuery, chatMessageCreation, chatQuery, chatReading, chatRequest, chatSeatChange, chatTransfer } from '../../../../contracts/chat';
import type { Agent } from '../../../../contracts/desk';
import { authorOf, thisHour } from '../../audit/author';
import { auditLog } from '../../audit/services/audit-log';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { agentOf } from '../../tickets/actors';
import { chatDesk } from '../services/chat-desk';
import { chatRequests } from '../services/chat-requests';
import { chatSeats } from '../services/chat-seats';
import { chatWork } from '../services/chat-work';

const keyOf = (ctx: Context): string => String(ctx.params.key);

/** Chats as agents answer them: `/portal/chats`. Each needs `chats.answer`. */
export const deskChats: ControllerFactory = ({ strapi }) => {
  const work = () => getService(strapi, 'chat-work', chatWork);
  const seats = () => getService(strapi, 'chat-seats', chatSeats);
  /** Whoever calls is there. */
  const agent = async (ctx: Context): Promise<Agent> => {
    const { id, name } = agentOf(ctx);
    await seats().sign([id]);
    return { id, name };
  };
  const show = async (ctx: Context, after = 0, status = 200): Promise<void> => {
    const { row, ...shown } = await getService(strapi, 'chat-desk', chatDesk).show(keyOf(ctx), after);
    answer(ctx, shown, {}, status);
    const occurrence = { kind: 'access', what: `chat ${row.key}`, action: 'viewed', customerId: row.customerId } as const;
    getService(strapi, 'audit-log', auditLog).noteSoon(authorOf(ctx), occurrence, `chat:${agentOf(ctx).id}:${row.key}:${thisHour()}`);
  };
  return {
    /** GET /portal/chats?shelf= → ChatShelfAnswer. */
    async index(ctx) {
      const me = await agent(ctx);
      answer(ctx, await getService(strapi, 'chat-desk', chatDesk).shelf(validate(chatListQuery, ctx.query).shelf, me));
    },
    /** GET /portal/chats/:key?after= → DeskChat. */
    async show(ctx) {
      await agent(ctx);
      await show(ctx, validate(chatQuery, ctx.query).after);
    },
    /** POST /portal/chats/:key/acceptance → 201; 409 `chat_taken`, `chat_ended`, `limit_reached`. */
    async accept(ctx) {
      await work().accept(keyOf(ctx), await agent(ctx));
      await show(ctx, 0, 201);
    },
    /** POST /portal/chats/:key/messages → 201 with the message, 200 when the key was seen before; 409 for one that is not his. */
    async write(ctx) {
      const { text } = validate(chatMessageCreation, bodyOf(ctx));
      const { message, repeated } = await work().write(keyOf(ctx), await agent(ctx), text, ctx.get('Idempotency-Key') || undefined);
      answer(ctx, message, {}, repeated ? 200 : 201);
    },
    /** POST /portal/chats/:key/readings → seen up to a message. */
    async read(ctx) {
      await work().read(keyOf(ctx), await agent(ctx), validate(chatReading, bodyOf(ctx)).message);
      answer(ctx, { key: keyOf(ctx) });
    },
    /** POST /portal/chats/:key/transfer → to a colleague, to himself, or back to the queue. */
    async transfer(ctx) {
      await work().transfer(keyOf(ctx), validate(chatTransfer, bodyOf(ctx)).agent, await agent(ctx));
      await show(ctx, 0, 201);
    },
    /** POST /portal/chats/:key/closure → over. */
    async close(ctx) {
      await work().close(keyOf(ctx), await agent(ctx));
      await show(ctx, 0, 201);
    },
    /** POST /portal/chats/:key/request → 201 with the reference of the request that it became. */
    async request(ctx) {
      const reference = await getService(strapi, 'chat-requests', chatRequests).make(keyOf(ctx), validate(chatRequest, bodyOf(ctx)), await agent(ctx));
      answer(ctx, { reference }, {}, 201);
    },
    /** POST /portal/chats/:key/blocking → 201; over, and its visitor begins no other for so many hours. */
    async block(ctx) {
      await work().block(keyOf(ctx), validate(chatBlocking, bodyOf(ctx)), await agent(ctx));
      await show(ctx, 0, 201);
    },
    /** GET /portal/chat-seat → ChatSeat. */
    async seat(ctx) {
      answer(ctx, await seats().of(await agent(ctx)));
    },
    /** PUT /portal/chat-seat → whether he takes chats. */
    async sit(ctx) {
      const me = await agent(ctx);
      await seats().put(me, validate(chatSeatChange, bodyOf(ctx)));
      answer(ctx, await seats().of(me));
    },
  };
};
