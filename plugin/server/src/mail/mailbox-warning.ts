/** Whoever tries things out on a machine of his own knows of the page of mails; behind https it is open to the world. Null where there is nothing to say. */
export const mailboxWarning = (transport: string, isHttps: boolean, portal: string): string | null =>
  transport === 'mailbox' && isHttps ? `Mails are not sent: they stay on the page ${portal}/_mailbox, which everybody can open, also the links that sign somebody in. Set PORTAL_MAIL=email, and SMTP_HOST with its login.` : null;
