import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataExport } from '../../plugin/contracts/privacy';
import { agentClient } from '../support/agent';
import { parcelCategory } from '../support/parcel-category';
import { demoDirectory, startApp, type RunningApp } from '../support/running-app';
import { newSendings, send, signInByApi } from './senders';

/** Asks again until it is so, for forty seconds. */
export const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200 && !(await isSo()); tries += 1) await pause(200);
};

const call = (app: RunningApp, cookie: string, method: string, address: string): Promise<Response> => fetch(`${app.url}/api/portal${address}`, { method, headers: { cookie } });

/** Asks for an archive of one's own data. */
export const orderArchive = (app: RunningApp, cookie: string): Promise<Response> => call(app, cookie, 'POST', '/me/exports');

/** The latest archive, once it is made. */
export const archiveOf = async (app: RunningApp, cookie: string): Promise<DataExport & { file(): Promise<Response> }> => {
  const latest = async (): Promise<DataExport> => ((await (await call(app, cookie, 'GET', '/me/exports')).json()) as { data: DataExport[] }).data[0]!;
  await until(async () => (await latest()).state === 'ready');
  const found = await latest();
  return { ...found, file: () => call(app, cookie, 'GET', `/me/exports/${found.id}/file`) };
};

/** One installation of which processes are killed at named points of the code, and which then starts again. */
export class KilledApp {
  readonly dataDirectory = demoDirectory();

  start(point = ''): Promise<RunningApp> {
    return startApp({ PORTAL_DATA_DIR: this.dataDirectory, PORTAL_FAULT_POINT: point });
  }

  async stop({ process: child }: RunningApp): Promise<void> {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }

  remove(): void {
    rmSync(this.dataDirectory, { recursive: true, force: true });
  }

  /** Asks the database beside the server. */
  ask<Result>(work: (db: DatabaseSync) => Result): Result {
    const db = new DatabaseSync(path.join(this.dataDirectory, 'portal.db'));
    try {
      return work(db);
    } finally {
      db.close();
    }
  }

  /** Cora's number among customers. */
  cora(): number {
    return this.ask((db) => (db.prepare(`SELECT c.id FROM portal_customers c JOIN up_users u ON u.id = c.user_id WHERE u.email = 'cora@example.com'`).get() as { id: number }).id);
  }

  /** Requests of Cora's with a word that is nowhere else; then what she does `besides`. */
  async writeRequests(word: string, count: number, besides: (app: RunningApp, cookie: string) => Promise<void> = async () => undefined): Promise<void> {
    const app = await this.start();
    const { slug } = (await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] })).data;
    const cookie = await signInByApi(app);
    for (const sending of newSendings(count)) await send(app, cookie, slug, { ...sending, subject: `${word} ${sending.subject}` });
    await besides(app, cookie);
    await this.stop(app);
  }

  /** As when the time of the killed process's claim is over. */
  letTimePass(): void {
    this.ask((db) => db.exec('UPDATE portal_data_exports SET locked_until = NULL, available_at = 0; UPDATE portal_erasures SET locked_until = NULL, available_at = 0'));
  }

  /** Starts a server that meets what waits for it, and resolves once it was killed there. */
  async diesAt(point: string, act: (app: RunningApp) => Promise<unknown> = async () => undefined): Promise<void> {
    const app = await this.start(point).catch(() => null);
    if (!app) return;
    await act(app).catch(() => undefined);
    if (app.process.exitCode === null && app.process.signalCode === null) await new Promise((resolve) => app.process.once('exit', resolve));
    expect([point, app.process.signalCode]).toEqual([point, 'SIGKILL']);
  }
}
