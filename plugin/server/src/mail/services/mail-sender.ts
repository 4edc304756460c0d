import type { Language } from '../../../../contracts/accounts';
import type { Strapi } from '../../platform/domain';

/** Who mails come from, and what stands below them; the keys `mail.*` of the policy. */
export interface MailSender {
  /** An address, or a name with one: `Help desk <help@example.com>`. */
  from: string;
  /** Empty: answers go to the sender. */
  replyTo: string;
  footer: Record<Language, string>;
}

/** A sender as it goes to any provider: a name is quoted, so that a comma in it makes no second address. */
export const headerOf = (from: string): string => {
  const [, name = '', address = from] = /^(.*)<([^<>]+)>$/.exec(from.trim()) ?? [];
  const plain = name.trim().replace(/^"(.*)"$/, '$1').replace(/["\\]/g, '');
  return plain === '' ? address.trim() : `"${plain}" <${address.trim()}>`;
};

/** Who mails come from now. Admins change it where segments are known, which stands above mail. */
export const mailSender = ({ strapi }: { strapi: Strapi }) => {
  let source = (): MailSender => strapi.config.get<MailSender>('plugin::portal.mail');
  return {
    /** Called once at the start, by whoever knows what admins set. */
    learn(from: () => MailSender): void {
      source = from;
    },
    /** Asks no database. */
    now: (): MailSender => source(),
  };
};
