import path from 'node:path';
import { fileStore } from '../conversation/file-store';
import { openReply, replyKey } from '../mail/reply-address';
import type { ReplyTo } from '../mail/reply-address';
import { openWithAny } from '../platform/secrets';
import type { Strapi } from '../platform/domain';

/** What config/plugins.ts says of received mail: `mail.inbound`. */
export interface InboundSettings {
  address: string;
  webhookSecret: string;
  imap: { host: string; port: number; secure: boolean; user: string; password: string; mailbox: string; doneMailbox: string };
  /** Bytes. */
  maxSize: number;
  trustedServer: string;
  verify: boolean;
  dnsServers: string[];
  category: string;
}

/** The settings; read once a call, never kept. */
export const inboundSettings = (strapi: Strapi): InboundSettings => strapi.config.get<InboundSettings>('plugin::portal.mail.inbound');

/** True where customers can write to us at all. */
export const receivesMail = (strapi: Strapi): boolean => strapi.config.get<boolean>('plugin::portal.enabled') && inboundSettings(strapi).address !== '';

/** Where the bytes of received mails are: beside the attachments, in a folder of their own. */
export const mailStore = (strapi: Strapi) => fileStore(path.join(strapi.config.get<string>('plugin::portal.filesDirectory'), 'received-mail'));

/** What a token of our answers says, sealed now or before the secret was changed; null for every other text. */
export const openOwnReply = (strapi: Strapi, token: string): ReplyTo | null => openWithAny(strapi, (secret) => openReply(token, replyKey(secret)));
