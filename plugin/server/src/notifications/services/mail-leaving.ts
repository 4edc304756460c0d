import { notificationKinds } from '../../../../contracts/notifications';
import type { LeavingMails } from '../../../../contracts/notifications';
import { customers } from '../../accounts/services/customers';
import type { Contact } from '../../accounts/services/customers';
import { openLeaving } from '../../mail/leave-token';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { openWithAny } from '../../platform/secrets';
import type { Strapi } from '../../platform/domain';
import { effectivePolicy } from '../../segments/services/policies';
import { channelsFor } from '../delivery';
import { noWishes, notificationChoices } from './notification-choices';

const leavable = [...notificationKinds, 'digest'] as const;
interface Left {
  contact: Contact;
  kind: LeavingMails['kind'];
}

/** Ends mails by the address that stands in each of them: it needs no login and does nothing else. */
export const mailLeaving = ({ strapi }: { strapi: Strapi }) => {
  const choices = () => getService(strapi, 'notification-choices', notificationChoices);

  const find = async (token: string): Promise<Left> => {
    const opened = openWithAny(strapi, (secret) => openLeaving(token, secret));
    const kind = leavable.find((each) => each === opened?.kind);
    const [contact] = opened && kind ? await getService(strapi, 'customers', customers).contacts([opened.customerId]) : [];
    if (!contact || !kind) throw notFound();
    return { contact, kind };
  };

  const hasEnded = async ({ contact, kind }: Left): Promise<boolean> => {
    const wishes = (await choices().of([contact.id])).get(contact.id) ?? noWishes;
    const standard = effectivePolicy(strapi, contact).notifications;
    const [kinds, channel] = kind === 'digest' ? [notificationKinds, 'digest' as const] : [[kind], 'mail' as const];
    return kinds.every((each) => !channelsFor(each, wishes, standard).includes(channel));
  };

  return {
    /** 404 for a token that nobody sealed, or whose customer is gone. */
    async show(token: string): Promise<LeavingMails> {
      const left = await find(token);
      return { kind: left.kind, ended: await hasEnded(left) };
    },

    /** The same, once they have ended. */
    async end(token: string): Promise<LeavingMails> {
      const { contact, kind } = await find(token);
      await choices().leave(contact.id, kind, contact.segment);
      return { kind, ended: true };
    },
  };
};
