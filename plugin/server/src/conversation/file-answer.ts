import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import { getService } from '../platform/get-service';
import type { Strapi } from '../platform/domain';
import { attachments } from './services/attachments';
import type { AttachmentRow } from './rows';

/** A name as RFC 8187 writes it; `encodeURIComponent` leaves four characters that mean something there. */
const extended = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

const dispositionOf = (name: string): string => `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${extended(name)}`;

/**
 * Answers bytes as something to save, never to show: what a stranger uploaded must not run on our origin.
 * Koa pipes the stream, so a slow reader slows the disk and not the memory.
 */
export const answerBytes = (ctx: Context, { name, mime, size }: Pick<AttachmentRow, 'name' | 'mime' | 'size'>, bytes: Readable): void => {
  ctx.set('Content-Disposition', dispositionOf(name));
  ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cache-Control', 'private, no-store');
  ctx.type = mime;
  ctx.length = size;
  ctx.body = bytes;
};

/** Answers a file of a ticket: itself, or by 302 an address of the bucket that dies within minutes. Who may have it was asked before. */
export const answerFile = async (ctx: Context, strapi: Strapi, row: AttachmentRow): Promise<void> => {
  const files = getService(strapi, 'attachments', attachments);
  const link = await files.link(row, { disposition: dispositionOf(row.name), mime: row.mime });
  if (link === null) return answerBytes(ctx, row, await files.bytes(row));
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.redirect(link);
};
