import type { Step } from '../chain-types';
import type { ReceivedMail } from '../parsed-mail';
import { htmlToMarkdown, withoutMarks } from '../text/html-to-markdown';
import { isForwarded, replyText } from '../text/reply-text';

const longestBody = 50_000;
const longestCut = 20_000;

/** The HTML says more (lists, links); the plain text is taken where there is none, or none with words. */
export const writtenIn = async ({ html, text }: ReceivedMail): Promise<string> => {
  const rich = html === '' ? '' : await htmlToMarkdown(html);
  return rich.trim() === '' ? withoutMarks(text) : rich;
};

/** What did its author write, and what is quote and signature? */
export const text: Step = {
  name: 'text',
  async decide(mail, { facts: { ticket, remarks } }) {
    const written = await writtenIn(mail);
    const { kept, cut } = replyText(written, ticket !== null && !isForwarded(mail.subject, written));
    const isShortened = kept.length > longestBody;
    const body = kept.slice(0, longestBody).toWellFormed();
    const facts = { body, cut: cut.slice(0, longestCut).toWellFormed(), remarks: isShortened ? [...remarks, { code: 'shortened' as const, detail: null }] : remarks };
    return { kind: 'continue', facts, detail: cut === '' ? undefined : `${cut.length} characters cut` };
  },
};
