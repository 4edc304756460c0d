import fs from 'node:fs';
import path from 'node:path';
import { root } from '../environment.mjs';
import { runCommand } from '../run-command.mjs';

/** Packs the built plugin as `npm publish` would, into `folder`; answers the file. */
export const packPlugin = async (folder) => {
  fs.mkdirSync(folder, { recursive: true });
  const told = await runCommand('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], { cwd: path.join(root, 'plugin') });
  // Scripts of the package may print above what npm tells.
  const [packed] = JSON.parse(told.slice(told.indexOf('[\n')));
  return { file: path.join(folder, packed.filename), size: packed.size, count: packed.entryCount };
};

/** Writes what the package is made of (CycloneDX) beside it; answers the file. Development packages are not in it. */
export const writeBill = async (folder) => {
  const file = path.join(folder, 'sbom.cdx.json');
  fs.writeFileSync(file, await runCommand('npm', ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--omit', 'peer', '--workspace', 'plugin', '--loglevel=error']));
  return file;
};
