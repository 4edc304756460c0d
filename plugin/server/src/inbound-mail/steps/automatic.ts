import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import { header } from '../parsed-mail';
import type { ReceivedMail } from '../parsed-mail';

/** How answering programs without any of the headers below begin their subjects, in the languages they speak. */
const subjects =
  /^\s*(?:auto(?:matic|mated|mated)?[ -]?(?:reply|response|antwort|svar|matisch antwoord)|out of (?:the )?office|ooo\b|away from (?:the )?office|vacation (?:reply|response|notice)|automatische (?:antwort|antwoord)|automatisch antwoord|abwesenheits(?:notiz|nachricht|assistent)|abwesenheit\b|nicht im büro|réponse automatique|absence du bureau|message d['’]absence|respuesta automática|fuera de (?:la )?oficina|risposta automatica|fuori (?:sede|ufficio)|resposta automática|fora do escritório|autosvar|automatiskt svar|frånvaro|automaattinen vastaus|automatická odpověď|odpowiedź automatyczna|poza biurem|otomatik yanıt|автоответ|автоматический ответ|автоматична відповідь|自動応答|自動返信|不在通知|自动(?:回复|答复)|自動(?:回覆|回復)|자동 ?(?:응답|회신)|부재중|رد تلقائي|خارج المكتب)/iu;

type Sign = (mail: ReceivedMail) => string | null;

const signs: Sign[] = [
  // RFC 3834: everything but `no` was sent by a machine.
  (mail) => (/^(?!no\b)\S/i.test(header(mail, 'auto-submitted')) ? `Auto-Submitted: ${header(mail, 'auto-submitted')}` : null),
  (mail) => ['x-autoreply', 'x-autorespond', 'x-autoresponse', 'x-autoreply-from', 'x-auto-reply', 'x-mail-autoreply', 'x-mdautoreply'].find((name) => /^(?!no\b|false\b)\S/i.test(header(mail, name))) ?? null,
  (mail) => (/\b(?:auto_reply|auto-reply)\b/i.test(header(mail, 'precedence')) ? `Precedence: ${header(mail, 'precedence')}` : null),
  (mail) => (header(mail, 'x-failed-recipients') !== '' ? 'X-Failed-Recipients' : null),
  // Without an address to send it back to, nobody expects an answer (RFC 5321, 4.5.5).
  (mail) => (header(mail, 'return-path') === '<>' ? 'Return-Path: <>' : null),
  (mail) => (mail.from.some(({ address }) => /^(?:mailer-daemon|postmaster)@/.test(address)) ? 'From a mail server' : null),
  (mail) => (/\b(?:bulk|junk|list)\b/i.test(header(mail, 'precedence')) ? `Precedence: ${header(mail, 'precedence')}` : null),
  (mail) => ['list-id', 'list-unsubscribe', 'feedback-id'].find((name) => header(mail, name) !== '') ?? null,
  (mail) => (/^multipart\/report/.test(mail.type) ? 'multipart/report' : null),
  (mail) => (subjects.test(mail.subject) ? mail.subject : null),
];

/** Was it sent by a machine? Then it is kept, but nobody is mailed because of it and nothing is reopened. */
export const automatic: Step = {
  name: 'automatic',
  decide(mail) {
    const said = signs.map((sign) => sign(mail)).find((each) => each !== null) ?? null;
    return said === null ? goOn : { kind: 'continue', facts: { automatic: said }, detail: said };
  },
};
