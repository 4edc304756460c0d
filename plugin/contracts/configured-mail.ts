import { z } from 'zod';
import { policyShape } from './policy';

/** Answers and requests by mail. Without an address nothing of it is there. */
const inbound = z
  .strictObject({
    address: z.string().refine((value) => value === '' || z.email().safeParse(value).success, 'must be empty or the address that customers write to, such as support@example.com').describe('the address that customers write and answer to; empty: no mail comes in, and `features.emailReplies` changes nothing ([MAIL.md](MAIL.md#mail-that-comes-in))'),
    webhookSecret: z.string().refine((value) => value === '' || value.length >= 16, 'must be empty or at least 16 characters that nobody can guess').describe('at least 16 characters, with which a mail server or provider hands mails in'),
    imap: z.strictObject({
      host: z.string().describe('the server whose mailbox is watched; empty: none'),
      port: z.number().int().min(1).max(65_535).describe('its port'),
      secure: z.boolean().describe('TLS from the first byte; without it STARTTLS where the server offers it'),
      user: z.string().describe('name to sign in there'),
      password: z.string().describe('password to sign in there'),
      mailbox: z.string().min(1).describe('what is watched'),
      doneMailbox: z.string().describe('where a mail is moved once it is stored; empty: it stays and is marked as seen'),
    }),
    maxSize: z.number().int().min(10_000).max(104_857_600).describe('bytes of a mail; files in it grow by a third'),
    trustedServer: z.string().describe('the name with which your own receiving server begins its `Authentication-Results` (RFC 8601); those of others are not believed'),
    verify: z.boolean().describe('check SPF, DKIM and DMARC here where that server says nothing; asks the DNS'),
    dnsServers: z.array(z.string().min(1)).describe('which DNS servers are asked for that; none: those of the machine'),
    category: z.string().describe('category (its name in addresses) of requests that come by mail; empty: the first without a question that must be answered'),
  })
  .refine(({ address, webhookSecret, imap }) => address === '' || webhookSecret !== '' || imap.host !== '', { path: ['address'], message: 'needs a way in: set mail.inbound.imap.host or mail.inbound.webhookSecret' });

/** `mail` of config/plugins.ts. */
export const mailSettings = z.strictObject({
  transport: z.enum(['mailbox', 'email']).describe('`email` sends through Strapi’s email plugin; `mailbox` keeps mails on `/support/_mailbox`'),
  from: policyShape['mail.from'],
  replyTo: policyShape['mail.replyTo'],
  footer: z.strictObject({ en: policyShape['mail.footer.en'], de: policyShape['mail.footer.de'], ar: policyShape['mail.footer.ar'] }),
  lowRatings: policyShape['mail.lowRatings'],
  inbound,
});
