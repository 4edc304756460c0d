import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchDirectory } from './scratch';

const root = path.resolve(__dirname, '..', '..');
const secrets = Object.fromEntries(['APP_KEYS', 'ADMIN_JWT_SECRET', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ENCRYPTION_KEY', 'JWT_SECRET'].map((name) => [name, `${name} of a project on the disk`]));

/** How a command ended. */
export interface Ended {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** The host application as a project in JavaScript, so that nothing has to be compiled to call `portal` in it. */
export class ProjectOnTheDisk {
  private readonly folder = scratchDirectory('project');

  /** `source`: what the project's own src/index.js says. */
  constructor(source = 'module.exports = {};') {
    for (const name of ['node_modules', 'plugin', 'site']) symlinkSync(path.join(root, name), path.join(this.folder, name));
    cpSync(path.join(root, 'dist', 'config'), path.join(this.folder, 'config'), { recursive: true });
    for (const name of ['src', 'database/migrations']) mkdirSync(path.join(this.folder, name), { recursive: true });
    writeFileSync(path.join(this.folder, 'src', 'index.js'), source);
    writeFileSync(path.join(this.folder, 'package.json'), readFileSync(path.join(root, 'package.json')));
  }

  /** Begins `portal` with these words; `hears` gets all that it has said so far, whenever it says more. */
  begin(words: string[], environment: Record<string, string>, hears: (said: string, child: ChildProcess) => void = () => undefined): Promise<Ended> {
    const env = { ...process.env, NODE_OPTIONS: '', ...secrets, NODE_ENV: 'production', PORTAL_DATA_DIR: path.join(this.folder, 'data'), STRAPI_TELEMETRY_DISABLED: 'true', ...environment };
    const child = spawn(process.execPath, [path.join(root, 'plugin', 'bin', 'portal.mjs'), ...words], { cwd: this.folder, env });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => hears((stdout += chunk.toString()), child));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    return new Promise((resolve) => child.once('close', (status) => resolve({ status, stdout, stderr })));
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
