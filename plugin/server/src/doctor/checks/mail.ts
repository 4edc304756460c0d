import { mailSender } from '../../mail/services/mail-sender';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, together, warning, well } from '../verdict';

/** Providers of Strapi's email plugin, of which some can say whether they would send. */
interface Provider {
  verify?(): Promise<unknown>;
}
interface EmailConfig {
  provider?: string;
  providerOptions?: { host?: string; port?: number };
}

const remedyFor = (error: unknown, where: string): string => {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH' || responseCode === 535) return 'Set SMTP_USERNAME and SMTP_PASSWORD to a login that the mail server takes; many providers want a password made for one app.';
  if (code === 'EDNS' || code === 'ENOTFOUND') return `Set SMTP_HOST to a name that exists, or see why this machine cannot look it up: ${where}.`;
  if (/tls|ssl|certificate/i.test(reasonOf(error))) return 'Set SMTP_PORT and "secure" together: 465 speaks TLS from the first byte (secure: true), 587 begins without; and let the certificate be one that this machine believes.';
  return `See that a mail server listens at ${where} and that a firewall lets this machine through; set SMTP_HOST and SMTP_PORT to what your provider names.`;
};

const senderFault = (strapi: Strapi): Verdict | false => {
  const { from } = getService(strapi, 'mail-sender', mailSender).now();
  return /@localhost>?$/.test(from.trim()) && warning(`Mails come from ${from}, an address that nobody can answer and most servers refuse.`, 'Set MAIL_FROM, or the sender in Settings → Customer Portal → Mail, to an address of a domain of yours.');
};

/** Signs in to the mail server and sends nothing. */
const asked = async (strapi: Strapi): Promise<Verdict> => {
  const { provider: name = '', providerOptions = {} } = strapi.config.get<EmailConfig>('plugin::email', {});
  const { provider } = strapi.plugin('email') as unknown as { provider?: Provider };
  const where = providerOptions.host ? `${providerOptions.host}:${providerOptions.port ?? 587}` : name;
  if (!provider?.verify) return warning(`Mails go out by "${name}", which cannot be asked without sending.`, 'Send yourself one: Settings → Customer Portal → Mail. In production use the provider "nodemailer" with a mail server.');
  try {
    await provider.verify();
    return well(`The mail server at ${where} takes mails.`);
  } catch (error) {
    return broken(`The mail server at ${where} does not take mails: ${reasonOf(error)}.`, remedyFor(error, where));
  }
};

/** Whether mails can be sent. */
export const mail: Check = async (strapi) => {
  if (strapi.config.get('plugin::portal.mail.transport') === 'mailbox') {
    const page = `${strapi.config.get<string>('plugin::portal.url')}/_mailbox`;
    return strapi.config.get('environment') === 'production' ? broken(`Mails are kept on the page ${page}, which everybody can open, and none is sent.`, 'Set PORTAL_MAIL=email, and SMTP_HOST with its login.') : well(`Mails are kept on the page ${page} and none is sent, as for trying things out.`);
  }
  const server = await asked(strapi);
  return together([server, senderFault(strapi)], server.found);
};
