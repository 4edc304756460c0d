import type { ChildProcess } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as it came over the line. */
export interface ReceivedMail {
  from: string;
  to: string[];
  /** Names in small letters; folded lines joined. */
  headers: Record<string, string>;
  raw: string;
}

/** How far a mail has come when something happens to its sender. */
export type Step = 'connect' | 'receiver' | 'words' | 'accepted';

const headersOf = (raw: string): Record<string, string> => {
  const [head = ''] = raw.split('\r\n\r\n');
  const lines = head.replace(/\r\n[ \t]+/g, ' ').split('\r\n');
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]));
};

/** A real SMTP server that takes every mail; it refuses while `refusing` is set, an address while it is in `unknown`, and waits for `open` before it answers. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  refusing: { code: number; message: string } | null = null;
  attempts = 0;
  /** Addresses that are refused before any mail, with what is said of them. */
  readonly unknown = new Map<string, { code: number; message: string }>();
  open: Promise<void> = Promise.resolve();
  /** How many mails came in at the same time, at most. */
  most = 0;
  private under = 0;
  private doomed: { step: Step; sender: () => ChildProcess } | null = null;

  /** Kills the sender, once, when its next mail has come so far. */
  at(step: Step, sender: () => ChildProcess): void {
    this.doomed = { step, sender };
  }

  /** True when the sender died at this step, and gets no answer. */
  private kills(step: Step): boolean {
    if (this.doomed?.step !== step) return false;
    this.doomed.sender().kill('SIGKILL');
    this.doomed = null;
    return true;
  }

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect: (_session, done) => (this.kills('connect') ? undefined : done()),
    onRcptTo: ({ address }, _session, done) => {
      if (this.kills('receiver')) return undefined;
      const refusal = this.unknown.get(address);
      return done(refusal ? Object.assign(new Error(refusal.message), { responseCode: refusal.code }) : null);
    },
    onData: (stream, { envelope }, done) => {
      void text(stream).then(async (raw) => {
        this.attempts += 1;
        this.most = Math.max(this.most, (this.under += 1));
        await this.open;
        this.under -= 1;
        if (this.kills('words')) return undefined;
        if (this.refusing) return done(Object.assign(new Error(this.refusing.message), { responseCode: this.refusing.code }));
        this.received.push({ from: envelope.mailFrom ? envelope.mailFrom.address : '', to: envelope.rcptTo.map(({ address }) => address), headers: headersOf(raw), raw });
        // Stopped before the answer is on its way, so that it arrives, and nobody is there to read it.
        if (this.doomed?.step === 'accepted') {
          const sender = this.doomed.sender();
          sender.kill('SIGSTOP');
          done();
          setTimeout(() => this.kills('accepted'), 200);
          return undefined;
        }
        return done();
      });
    },
  });

  start(): Promise<number> {
    return new Promise((resolve) => {
      const listening = this.server.listen(0, '127.0.0.1', () => resolve((listening.address() as AddressInfo).port));
    });
  }

  stop(): Promise<void> {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
