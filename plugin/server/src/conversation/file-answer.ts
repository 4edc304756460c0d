import type { Context } from 'koa';
import type { Readable } from 'node:stream';
import type { AttachmentRow } from './rows';

/** A name as RFC 8187 writes it; `encodeURIComponent` leaves four characters that mean something there. */
const extended = (name: string): string => encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Answers a file as something to save, never to show: what a stranger uploaded must not run on our origin.
 * Koa pipes the stream, so a slow reader slows the disk and not the memory.
 */
export const answerFile = (ctx: Context, row: Pick<AttachmentRow, 'name' | 'mime' | 'size'>, bytes: Readable): void => {
  const ascii = row.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  ctx.set('Content-Disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${extended(row.name)}`);
  ctx.set('Content-Security-Policy', "sandbox; default-src 'none'");
  ctx.set('X-Content-Type-Options', 'nosniff');
  ctx.set('Cache-Control', 'private, no-store');
  ctx.type = row.mime;
  ctx.length = row.size;
  ctx.body = bytes;
};
