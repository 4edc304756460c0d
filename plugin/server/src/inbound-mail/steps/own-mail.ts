import { replyTokensIn } from '../../mail/reply-address';
import { getService } from '../../platform/get-service';
import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import { isOurs } from '../fingerprint';
import { inboundSettings, openOwnReply } from '../inbound-settings';
import { addressesIn, valuesOf } from '../mail-head';
import { header } from '../parsed-mail';
import { sentMails } from '../services/sent-mails';

/** More servers than any way between two people has. */
const mostHops = 60;

/** Did we send it ourselves? It came back by a forwarding or an answering program, and an answer would come back again. */
export const ownMail: Step = {
  name: 'own_mail',
  async decide(mail, { strapi }) {
    const { address } = inboundSettings(strapi);
    const own = [address, ...addressesIn(strapi.config.get<string>('plugin::portal.mail.from'))].map((each) => each.toLowerCase());
    const author = mail.from.find((each) => own.includes(each.address) || isOurs(each.address, address));
    if (author) return { kind: 'ignored', reason: 'own_mail', detail: author.address };
    const isSealed = replyTokensIn(mail.messageId).some((token) => openOwnReply(strapi, token) !== null);
    if (isSealed || (await getService(strapi, 'sent-mails', sentMails).byMessageIds([mail.messageId])).length > 0) return { kind: 'ignored', reason: 'own_mail', detail: mail.messageId };
    if (addressesIn(header(mail, 'x-loop')).includes(address.toLowerCase())) return { kind: 'ignored', reason: 'own_mail', detail: 'X-Loop' };
    return valuesOf(mail.headers, 'received').length > mostHops ? { kind: 'held', reason: 'loop', detail: `more than ${mostHops} Received headers` } : goOn;
  },
};
