import { quoteMark } from './html-to-markdown';

/** A mail's text in two: what its author wrote, and what was cut. */
export interface ReplyText {
  kept: string;
  cut: string;
}

const isBlank = (line: string): boolean => line.trim() === '';
const isQuoted = (line: string): boolean => /^\s{0,3}[>|]/.test(line);

// The word before the sender in the head of a quoted mail, as programs write it in the languages they speak.
const fromWords = 'from|von|de|da|van|od|från|fra|lähettäjä|feladó|kimden|expéditeur|remitente|mittente|afzender|avsändare|от|від|из|发件人|寄件者|差出人|送信者|보낸 ?사람|보낸이|من|מאת|จาก|từ|dari|gönderen|από|nuo|no';
const headStart = new RegExp(`^[*_]{0,2}\\s*(${fromWords})\\s*[*_]{0,2}\\s*[:：]\\s*[*_]{0,2}\\s*\\S`, 'iu');
const headLine = /^[*_]{0,2}\s*[\p{L}][\p{L} .’'-]{0,24}[*_]{0,2}\s*[:：]/u;

/** What decides stands at the beginning of a line and at its end; patterns never see more of a stranger's line than this. */
const longestLook = 400;
const spaced = (text: string): string => text.replace(/\s+/g, ' ');
const beginningOf = (line: string | undefined): string => spaced((line ?? '').slice(0, longestLook));
const endOf = (line: string | undefined): string => spaced((line ?? '').slice(-longestLook));

/** A line of dashes, perhaps with words between: `----- Original message -----`. */
const isSeparator = (line: string | undefined): boolean => {
  const plain = (line ?? '').trim();
  return plain.length >= 4 && /^[-_=]{2}/.test(plain) && /[-_=]{2}$/.test(plain);
};
/** Something that only the line above a quote has: an address, a time of day or a year. */
const tellsWho = /[^\s<>]+@[^\s<>]+|\d{1,2}[:.]\d{2}|\b(?:19|20)\d{2}\b|(?:19|20)\d{2}[年-]/;
const endsAsAttribution = /[:：]\s*[*_]{0,2}\s*$/;
// Of those that some programs end otherwise, or break over several lines.
const attributionWords = /(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|napisał(?:\(?a\)?)?|skrev|kirjoitti|írta|yazdı|написал(?:\(?а\)?)?|пишет|写道|寫道|のメール|작성|كتب|כתב).{0,60}[:：]?\s*$/iu;

/** Where the line above a quote begins, looking upwards from its end: it may be broken into three. Null where it is none. */
const attributionStart = (lines: string[], end: number): number | null => {
  for (let start = end; start > end - 3 && start >= 0; start -= 1) {
    const said = lines.slice(start, end + 1).join(' ').trim();
    if (lines[start]?.trim() === '') return null;
    const aboveIsFree = start === 0 || isBlank(lines[start - 1] ?? '');
    if (aboveIsFree && said.length < 400 && tellsWho.test(said) && (endsAsAttribution.test(said) || attributionWords.test(said))) return start;
  }
  return null;
};

/** Two more lines of a head below the one that says from whom: when, to whom, about what. */
const isHead = (lines: string[], at: number): boolean =>
  headStart.test(beginningOf(lines[at])) && lines.slice(at + 1, at + 8).filter((line) => headLine.test(beginningOf(line))).length >= 2;

const lastFilled = (lines: string[], from: number): number => {
  let at = from;
  while (at >= 0 && isBlank(lines[at] ?? '')) at -= 1;
  return at;
};

/** Where a quote begins that a program wrote without marking its lines: a head, perhaps below a line of dashes. */
const headBegins = (lines: string[]): number => {
  const at = lines.findIndex((_line, index) => isHead(lines, index));
  if (at < 0) return -1;
  const above = lastFilled(lines, at - 1);
  return above >= 0 && isSeparator(lines[above]) ? above : at;
};

/** Where the lines of a quote begin that goes on to the end; -1 where the author wrote between or below them. */
const quotedBegins = (lines: string[]): number => {
  const first = lines.findIndex(isQuoted);
  if (first < 0 || lines.slice(first).some((line) => !isQuoted(line) && !isBlank(line))) return -1;
  const above = lastFilled(lines, first - 1);
  return (above >= 0 ? attributionStart(lines, above) : null) ?? first;
};

/** The same for what the program itself marked as quoted. Answers between the lines of a quote stay where they are. */
const markedBegins = (lines: string[]): number => {
  const mark = lines.findIndex((line) => line.includes(quoteMark));
  if (mark < 0) return -1;
  const rest = lines.slice(mark);
  const firstQuoted = rest.findIndex(isQuoted);
  const isAnsweredBetween = firstQuoted >= 0 && rest.slice(firstQuoted).some((line) => !isQuoted(line) && !isBlank(line) && !line.includes(quoteMark));
  if (isAnsweredBetween) return -1;
  const above = lastFilled(lines, mark - 1);
  return above >= 0 && (isSeparator(lines[above]) ? above : attributionStart(lines, above)) || mark;
};

/** A line above a quote without a single quoted line: programs of phones write one and then the text as it was. */
const bareAttribution = (lines: string[]): number => {
  for (let at = 1; at < lines.length - 1; at += 1) {
    if (!attributionWords.test(endOf(lines[at])) || !endsAsAttribution.test(endOf(lines[at]))) continue;
    const start = attributionStart(lines, at);
    if (start !== null && /@|\d{1,2}[:.]\d{2}/.test(lines.slice(start, at + 1).join(' '))) return start;
  }
  return -1;
};

const phoneSignature = /^(?:\[?(?:Sent from|Get Outlook for|Sent with|Gesendet von|Gesendet mit|Von meinem|Von mein|Envoyé de|Envoyé depuis|Télécharger Outlook|Enviado desde|Enviado do|Enviado a partir|Inviato da|Verzonden vanaf|Verstuurd vanaf|Skickat från|Sendt fra|Lähetetty|Wysłane z|Отправлено (?:с|из)|发自我的|從我的|iPhoneから送信|Androidから|나의 .+ 보냄|أُ?رسلت من|تم الإرسال من)).{0,80}$/iu;

/** Where a signature begins: below a line of two dashes (RFC 3676), or the last line when a telephone wrote it. */
const signatureBegins = (lines: string[]): number => {
  const dashes = lines.findLastIndex((line) => /^-- ?$/.test(line));
  if (dashes > 0 && lines.length - dashes <= 20) return dashes;
  const last = lastFilled(lines, lines.length - 1);
  return last > 0 && phoneSignature.test(beginningOf(lines[last]).replace(/[*_]/g, '').replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim()) ? last : -1;
};

const forwarded = /^[ \t\u00a0]*(?:-{3,}[ \t\u00a0]*)?(?:Forwarded message|Begin forwarded message|Weitergeleitete Nachricht|Anfang der weitergeleiteten|Message transféré|Mensaje reenviado|Messaggio inoltrato|Doorgestuurd bericht|Пересылаемое сообщение|转发的?邮件|转发信息|رسالة معاد توجيهها)/imu;
/** True for what was sent on: what is quoted there is what the author wants to show. */
export const isForwarded = (subject: string, text: string): boolean => /^\s*(?:fwd?|wg|tr|rv|i|doorst|enc|vb|vs|пересл|转发|轉寄)\s*[:：]/iu.test(subject) || forwarded.test(text);

const firstOf = (...positions: number[]): number => positions.filter((at) => at >= 0).sort((one, other) => one - other)[0] ?? -1;
const joined = (lines: string[]): string => lines.join('\n').replaceAll(quoteMark, '').replace(/\n{3,}/g, '\n\n').trim();

/** Answers below a whole quote: the quote at the beginning goes, what is under it stays. */
const withoutLeadingQuote = (lines: string[]): { kept: string[]; cut: string[] } | null => {
  const first = lines.findIndex(isQuoted);
  if (first < 0) return null;
  const above = lines.slice(0, first).join(' ').trim();
  if (above !== '' && attributionStart(lines, lastFilled(lines, first - 1)) !== lines.findIndex((line) => !isBlank(line))) return null;
  const after = lines.findIndex((line, index) => index > first && !isQuoted(line) && !isBlank(line));
  return after < 0 || lines.slice(after).some(isQuoted) ? null : { cut: lines.slice(0, after), kept: lines.slice(after) };
};

/**
 * Cuts from an answer the mail that it answers and its signature; from other mails the signature alone. Where
 * nothing of one's own would be left, nothing is cut.
 */
export const replyText = (text: string, isAnswer: boolean): ReplyText => {
  const all = text.replace(/\r\n?/g, '\n').split('\n');
  const quoteAt = isAnswer ? firstOf(headBegins(all), quotedBegins(all), markedBegins(all), bareAttribution(all)) : -1;
  let own = quoteAt >= 0 ? all.slice(0, quoteAt) : all;
  let cut = quoteAt >= 0 ? all.slice(quoteAt) : [];
  const signatureAt = signatureBegins(own);
  if (signatureAt > 0) {
    cut = [...own.slice(signatureAt), '', ...cut];
    own = own.slice(0, signatureAt);
  }
  if (isAnswer && quoteAt < 0) {
    const below = withoutLeadingQuote(own);
    if (below) [own, cut] = [below.kept, [...below.cut, '', ...cut]];
  }
  return joined(own) === '' ? { kept: joined(all), cut: '' } : { kept: joined(own), cut: joined(cut) };
};
