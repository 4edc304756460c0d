import type { Context } from 'koa';
import { chatBeginning, chatMessageCreation, chatQuery, chatRatingChange, chatReading, chatTranscript } from '../../../../contracts/chat';
import type { ChatVisitorMeta } from '../../../../contracts/chat';
import { requestLanguage } from '../../accounts/request-language';
import { answer } from '../../platform/answer';
import { getService } from '../../platform/get-service';
import { bodyOf } from '../../platform/request-parts';
import { validate } from '../../platform/validate';
import type { ControllerFactory } from '../../platform/domain';
import { visitorOf } from '../visitor';
import { chatBeginnings } from '../services/chat-beginnings';
import { chatVisits } from '../services/chat-visits';

const keyOf = (ctx: Context): string => String(ctx.params.key);
const onceKey = (ctx: Context): string | undefined => ctx.get('Idempotency-Key') || undefined;

/** A visitor's own chats: `chats`. */
export const chats: ControllerFactory = ({ strapi }) => {
  const visits = () => getService(strapi, 'chat-visits', chatVisits);
  const show = async (ctx: Context, status = 200): Promise<void> => answer(ctx, await visits().show(visitorOf(ctx), keyOf(ctx), 0), {}, status);
  return {
    /** GET chats → ChatDoor: whether somebody is there, what is asked, and his chat that goes on. */
    async door(ctx) {
      answer(ctx, await visits().door(visitorOf(ctx), requestLanguage(ctx)));
    },

    /** POST chats → 201 with the chat, 200 when the key was seen before; `meta.visitor` is a guest's token, told to new ones. */
    async begin(ctx) {
      const who = visitorOf(ctx);
      const { chat, repeated, visitor } = await getService(strapi, 'chat-beginnings', chatBeginnings).begin(who, validate(chatBeginning, bodyOf(ctx)), onceKey(ctx));
      const meta: ChatVisitorMeta = { visitor };
      answer(ctx, await visits().showBegun(who, visitor, chat), { ...meta }, repeated ? 200 : 201);
    },

    /** GET chats/:key?after= → the chat with the messages after one. */
    async show(ctx) {
      answer(ctx, await visits().show(visitorOf(ctx), keyOf(ctx), validate(chatQuery, ctx.query).after));
    },

    /** POST chats/:key/messages → 201 with the message, 200 when the key was seen before. */
    async write(ctx) {
      const { message, repeated } = await visits().write(visitorOf(ctx), keyOf(ctx), validate(chatMessageCreation, bodyOf(ctx)), onceKey(ctx));
      answer(ctx, message, {}, repeated ? 200 : 201);
    },

    /** POST chats/:key/readings → seen up to a message. */
    async read(ctx) {
      await visits().read(visitorOf(ctx), keyOf(ctx), validate(chatReading, bodyOf(ctx)).message);
      answer(ctx, { key: keyOf(ctx) });
    },

    /** POST chats/:key/closure → the chat, over. */
    async close(ctx) {
      await visits().close(visitorOf(ctx), keyOf(ctx));
      await show(ctx, 201);
    },

    /** POST chats/:key/departure → the chat, left to be answered later. */
    async leave(ctx) {
      await visits().leave(visitorOf(ctx), keyOf(ctx));
      await show(ctx, 201);
    },

    /** POST chats/:key/transcript → 202; it comes by mail. */
    async transcript(ctx) {
      validate(chatTranscript, bodyOf(ctx));
      await visits().transcript(visitorOf(ctx), keyOf(ctx));
      answer(ctx, { key: keyOf(ctx) }, {}, 202);
    },

    /** PUT chats/:key/rating → the chat with what was said of it. */
    async rate(ctx) {
      await visits().rate(visitorOf(ctx), keyOf(ctx), validate(chatRatingChange, bodyOf(ctx)));
      await show(ctx);
    },
  };
};
