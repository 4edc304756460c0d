import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';
const roomFor = 2 * 1024 ** 3;

const quickestPlace = () => {
  try {
    const { bavail, bsize } = fs.statfsSync(memory);
    fs.accessSync(memory, fs.constants.W_OK);
    return bavail * bsize > roomFor ? memory : os.tmpdir();
  } catch {
    return os.tmpdir();
  }
};

/**
 * A folder for what the servers of one run write: in memory where the machine has such a place, since SQLite
 * waits for the disk at each commit and tests commit by the thousand. A killed process loses nothing there
 * that it would keep on a disk. The caller removes it; a run that is stopped half way takes it along.
 */
export const makeScratch = () => {
  const folder = fs.mkdtempSync(path.join(quickestPlace(), 'portal-test-'));
  const remove = () => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const end = () => process.exit(1);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  process.once('exit', remove);
  for (const signal of signals) process.once(signal, end);
  return {
    folder,
    remove() {
      process.off('exit', remove);
      for (const signal of signals) process.off(signal, end);
      remove();
    },
  };
};
