import type { Step } from '../chain-types';
import type { MailFile } from '../parsed-mail';
import { pictureMarks } from '../text/html-to-markdown';

/** Parts that are for programs: signatures, and the reports of mail servers. */
const forPrograms = /^(application\/(x-)?pkcs7-signature|application\/pgp-(signature|encrypted|keys)|message\/(delivery-status|disposition-notification|feedback-report)|text\/rfc822-headers)$/;

const cidsIn = (text: string): string[] => [...text.matchAll(pictureMarks)].map(([, cid]) => cid ?? '');

/** Which of its files come along? Pictures of the quote and of the signature stay with what was cut. */
export const attachments: Step = {
  name: 'attachments',
  decide({ files }, { facts: { body, cut } }) {
    const [shown, quoted] = [cidsIn(body), cidsIn(cut)];
    const stays = ({ cid }: MailFile): boolean => cid !== null && quoted.includes(cid) && !shown.includes(cid);
    const taken = files.filter((file) => !forPrograms.test(file.mime) && !stays(file));
    const nameOf = (cid: string): string => taken.find((file) => file.cid === cid)?.name ?? '';
    const named = (text: string): string => text.replace(pictureMarks, (_mark, cid: string) => (nameOf(cid) === '' ? '' : `(${nameOf(cid)})`)).trim();
    const facts = { files: taken, body: named(body), cut: cut.replace(pictureMarks, '') };
    return { kind: 'continue', facts, detail: taken.length === 0 ? undefined : taken.map(({ name }) => name).join(', ') };
  },
};
