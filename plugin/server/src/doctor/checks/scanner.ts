import { mkdtemp, open, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { scanFile } from '../../conversation/virus-scan';
import { seconds } from '../../platform/clock';
import type { Check } from '../verdict';
import { broken, reasonOf, well } from '../verdict';

/** A file as large as customers may send, of nothing: clamd has its own idea of what is too large. */
const largestFile = async (place: string, size: number): Promise<void> => {
  const file = await open(place, 'w');
  await file.truncate(size);
  await file.close();
};

/** Whether clamd scans a file as large as customers may send. */
export const scanner: Check = async (strapi) => {
  const { address, timeoutMs, whenAway } = strapi.config.get<{ address: string; timeoutMs: number; whenAway: 'hold' | 'refuse' }>('plugin::portal.files.scanner');
  if (address === '') return well('Files are not searched for viruses: no clamd is named.');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'portal-doctor-'));
  try {
    const place = path.join(folder, 'probe');
    await largestFile(place, strapi.config.get<number>('plugin::portal.limits.maxFileSize'));
    await scanFile(address, place, Math.min(timeoutMs, seconds(15)));
    return well(`clamd at ${address} scans files.`);
  } catch (error) {
    const meanwhile = whenAway === 'hold' ? 'Files are taken meanwhile and opened by nobody.' : 'No file is taken meanwhile.';
    if (/size limit/i.test(reasonOf(error))) return broken(`clamd at ${address} does not scan files as large as customers may send. ${meanwhile}`, 'Set StreamMaxLength in clamd.conf above limits.maxFileSize, and start clamd again.');
    return broken(`clamd at ${address} does not scan: ${reasonOf(error)}. ${meanwhile}`, 'Start clamd, let it listen there (TCPSocket or LocalSocket in clamd.conf), or empty PORTAL_CLAMD.');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
