import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder for what a test's server writes, where `npm test` found a quick place for it (scripts/test/scratch.mjs). Whoever asks removes it. */
export const scratchDirectory = (purpose: string): string => mkdtempSync(path.join(process.env.PORTAL_TEST_SCRATCH ?? os.tmpdir(), `portal-${purpose}-`));
