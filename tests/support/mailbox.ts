import type { Desk } from './strapi';

/** A mail that the desk kept back. */
export interface KeptMail {
  to: string;
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  messageId: string;
}

/** What was mailed to an address, newest first. */
export const mailsTo = async (desk: Desk, address: string): Promise<KeptMail[]> => {
  await desk.settle();
  const { data } = await desk.visitor().get<KeptMail[]>('/mailbox');
  return data.filter(({ to }) => to === address);
};

/** The code in the link of the newest mail to an address. */
export const codeFor = async (desk: Desk, address: string): Promise<string> => {
  const [newest] = await mailsTo(desk, address);
  const code = /[?&]code=([\w-]+)/.exec(newest?.text ?? '')?.[1];
  if (!code) throw new Error(`No link with a code was mailed to ${address}.`);
  return code;
};
