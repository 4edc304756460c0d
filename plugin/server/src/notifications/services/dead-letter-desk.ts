import type { DeadLetter } from '../../../../contracts/mails';
import type { AuditAction } from '../../../../contracts/settings';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { deadLetters } from '../../mail/services/dead-letters';
import { mailQueue } from '../../mail/services/mail-queue';
import { getService } from '../../platform/get-service';
import { inTransaction } from '../../platform/rows';
import type { Strapi } from '../../platform/domain';

/** What an admin decides about a mail that failed, noted with his name. */
export const deadLetterDesk = ({ strapi }: { strapi: Strapi }) => {
  const decide = (author: Author, action: AuditAction, work: () => Promise<DeadLetter>): Promise<DeadLetter> =>
    inTransaction(strapi, async () => {
      const letter = await work();
      await getService(strapi, 'audit-log', auditLog).note(author, { what: `mail to ${letter.to}`, action, after: { subject: letter.subject, error: letter.error } });
      return letter;
    });

  return {
    /** Sends it again, from the first attempt on; 404 for one that did not fail. */
    async sendAgain(id: number, author: Author): Promise<DeadLetter> {
      const letter = await decide(author, 'sent_again', () => getService(strapi, 'dead-letters', deadLetters).sendAgain(id));
      getService(strapi, 'mail-queue', mailQueue).sendSoon();
      return letter;
    },
    /** Never sends it; 404 as above. */
    giveUp: (id: number, author: Author): Promise<DeadLetter> => decide(author, 'given_up', () => getService(strapi, 'dead-letters', deadLetters).giveUp(id)),
  };
};
