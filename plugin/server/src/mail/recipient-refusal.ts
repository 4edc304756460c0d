/** What a mail server's answer says about the address; `detail` in its own words. */
export interface RecipientRefusal {
  detail: string;
}
/** The errors of nodemailer, of which these are what we read. */
interface SmtpError {
  responseCode?: number;
  command?: string;
  response?: string;
  rejectedErrors?: SmtpError[];
}

/** RFC 3463: no such mailbox or domain, moved away, switched off. 5.7.1 and its like are about us, not about him. */
const aboutRecipient = /^5\.(1\.(0|1|2|3|6|10)|2\.1)$/;

/**
 * The address itself was refused for good: a 5xx to `RCPT TO` that gives no reason, or one that is about the
 * mailbox. Null for everything else, such as a full mailbox, a server that distrusts us or one that is away.
 */
export const recipientRefusal = (error: unknown): RecipientRefusal | null => {
  const given = (error ?? {}) as SmtpError;
  const [refused = given] = given.rejectedErrors ?? [];
  const { responseCode = 0, command, response = '' } = refused;
  if (command !== 'RCPT TO' || responseCode < 550 || responseCode > 559 || responseCode === 552) return null;
  const enhanced = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response)?.[0];
  return enhanced === undefined || aboutRecipient.test(enhanced) ? { detail: response } : null;
};
