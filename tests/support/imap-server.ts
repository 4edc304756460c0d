import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { mkdtempSync, chmodSync, renameSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './running-app';

const isRoot = process.getuid?.() === 0;
const me = os.userInfo().username;
const idOf = (which: 'u' | 'g', user: string): number => Number(spawnSync('id', [`-${which}`, user], { encoding: 'utf8' }).stdout);

const configuration = (folder: string, port: number, user: string): string => `
protocols = imap
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail
${isRoot ? '' : `default_internal_user = ${user}\ndefault_login_user = ${user}\ndefault_internal_group = ${os.userInfo().gid}`}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${user} gid=${idOf('g', user)} home=${folder}/mail
}
service imap-login {
  ${isRoot ? '' : 'chroot =\n  user = ' + user}
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
${isRoot ? '' : 'service anvil {\n  chroot =\n}'}
`;

/** Debian's dovecot with one mailbox, `support` and `secret`; the folder and the process are this test's alone. */
export class ImapServer {
  private child: ChildProcess | null = null;
  private count = 0;
  private constructor(private readonly folder: string, readonly port: number, private readonly user: string) {}

  static async make(): Promise<ImapServer> {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-imap-'));
    // The mailbox belongs to nobody in particular: dovecot gives no mail to root.
    const user = isRoot ? 'nobody' : me;
    chmodSync(folder, 0o755);
    const server = new ImapServer(folder, await freePort(), user);
    for (const name of ['mail', 'mail/new', 'mail/cur', 'mail/tmp', 'run', 'state']) server.makeFolder(name);
    writeFileSync(path.join(folder, 'dovecot.conf'), configuration(folder, server.port, user));
    return server;
  }

  private own(file: string): void {
    if (isRoot) chownSync(file, idOf('u', this.user), idOf('g', this.user));
  }
  private makeFolder(name: string): void {
    mkdirSync(path.join(this.folder, name), { recursive: true });
    if (name.startsWith('mail')) this.own(path.join(this.folder, name));
  }

  async start(): Promise<void> {
    this.child = spawn('/usr/sbin/dovecot', ['-F', '-c', path.join(this.folder, 'dovecot.conf')], { stdio: 'inherit' });
    for (let tries = 0; tries < 100; tries += 1) {
      const answers = await new Promise<boolean>((resolve) => {
        const socket = net.connect(this.port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
        socket.on('connect', () => socket.end());
      });
      if (answers) return;
      await pause(100);
    }
    throw new Error('dovecot does not answer.');
  }

  /** Ends the server, as a restart of its machine would. */
  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
    this.child = null;
  }

  /** Puts a mail into the mailbox, as a mail server that delivers it. */
  put(bytes: Buffer): void {
    this.count += 1;
    const name = `${Date.now()}.M${this.count}P${process.pid}.host`;
    const waiting = path.join(this.folder, 'mail', 'tmp', name);
    writeFileSync(waiting, bytes);
    this.own(waiting);
    renameSync(waiting, path.join(this.folder, 'mail', 'new', name));
  }

  /** Names of the mails of a mailbox, flags behind `:2,`. */
  mails(mailbox = ''): string[] {
    return ['new', 'cur'].flatMap((part) => {
      try {
        return readdirSync(path.join(this.folder, 'mail', mailbox, part));
      } catch {
        return [];
      }
    });
  }

  /** Gives all mails new numbers, as a server does whose index was lost. */
  forgetNumbers(): void {
    for (const name of readdirSync(path.join(this.folder, 'mail')).filter((each) => each.startsWith('dovecot'))) rmSync(path.join(this.folder, 'mail', name), { recursive: true });
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
