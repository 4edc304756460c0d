import { createHash, timingSafeEqual } from 'node:crypto';
import type { Context } from 'koa';
import { contentTypeOf } from '../../platform/middlewares/streamed-bodies';
import { answer } from '../../platform/answer';
import type { Limit } from '../../limits/limit';
import { limits } from '../../limits/services/limits';
import { hours } from '../../platform/clock';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { networkOf } from '../../platform/network-address';
import type { ControllerFactory } from '../../platform/domain';
import { inboundSettings, receivesMail } from '../inbound-settings';
import { readDeliveries } from '../webhook-forms';
import { mailIntake } from '../services/mail-intake';
import type { TakenIn } from '../../../../contracts/inbound-mail';

const hashed = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A bearer token, or the password of Basic authentication, as providers send what stands in an address (`https://mail:secret@host`). */
const secretOf = (ctx: Context): string => {
  const [, scheme, value = ''] = /^(bearer|basic) +(\S.*)$/i.exec(ctx.get('Authorization')) ?? [];
  if (scheme?.toLowerCase() !== 'basic') return value;
  const pair = Buffer.from(value, 'base64').toString('utf8');
  return pair.slice(pair.indexOf(':') + 1);
};

/** Where mail servers and providers hand mails in. */
export const inboundMail: ControllerFactory = ({ strapi }) => {
  /** Wrong secrets are counted by the address they come from; beyond the limit a right one is not looked at either, so that guessing tells nothing. */
  const refuseStrangers = async (ctx: Context): Promise<void> => {
    const { webhookSecret } = inboundSettings(strapi);
    if (!receivesMail(strapi) || webhookSecret === '') throw notFound();
    const counted = getService(strapi, 'limits', limits);
    const limit: Limit = { name: 'mail-failures', quota: strapi.config.get<number>('plugin::portal.limits.rateLimiting.perAddress.mailFailuresPerHour'), windowMs: hours(1) };
    const isRight = timingSafeEqual(hashed(secretOf(ctx)), hashed(webhookSecret));
    const isSpent = await counted.isSpent(limit, networkOf(ctx.ip));
    if (isRight && !isSpent) return;
    await counted.spend(limit, networkOf(ctx.ip), 'Too many wrong secrets came from this address. Nothing was kept.');
    throw new Refusal('access_refused', 'The secret is missing or wrong. Nothing was kept.');
  };

  return {
    /**
     * POST inbound-mail → 200 once every mail of the body is stored, with `{ id, repeated }` for each; the same
     * one again is the one that was stored. 403 `access_refused`, 429 after many wrong secrets, 413 `mail_too_large`, 400 `mail_malformed`.
     */
    async receive(ctx) {
      await refuseStrangers(ctx);
      const taken: TakenIn[] = [];
      for (const mail of await readDeliveries(ctx.req, contentTypeOf(ctx), inboundSettings(strapi).maxSize)) taken.push(await getService(strapi, 'mail-intake', mailIntake).receive(mail));
      answer(ctx, taken);
    },
  };
};
