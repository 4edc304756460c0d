import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from './running-app';
import { scratchDirectory } from './scratch';

/** The test file of the antivirus makers, in two halves, so that no scanner takes our sources for it. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const hex = (text: string): string => Buffer.from(text, 'latin1').toString('hex');

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.end());
  });

/** Debian's clamd, which knows one virus; the folder and the process are this test's alone. */
export class Scanner {
  private child: ChildProcess | null = null;
  private constructor(private readonly folder: string, readonly port: number) {}

  static async make(): Promise<Scanner> {
    const scanner = new Scanner(scratchDirectory('clamd'), await freePort());
    mkdirSync(path.join(scanner.folder, 'known'));
    // Anywhere in a file of any kind, so that it can be put into one that may be sent.
    writeFileSync(path.join(scanner.folder, 'known', 'test.ndb'), `Test.Eicar:0:*:${hex(eicar)}\n`);
    writeFileSync(path.join(scanner.folder, 'clamd.conf'), `Foreground yes\nDatabaseDirectory ${scanner.folder}/known\nTCPSocket ${scanner.port}\nTCPAddr 127.0.0.1\nStreamMaxLength 25M\n`);
    return scanner;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    this.child = spawn('/usr/sbin/clamd', ['--config-file', path.join(this.folder, 'clamd.conf')], { stdio: 'ignore' });
    for (let tries = 0; tries < 200; tries += 1) {
      if (await answers(this.port)) return;
      await pause(100);
    }
    throw new Error('clamd does not answer.');
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    this.child = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
