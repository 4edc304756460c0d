import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** One word for what a file holds. Line breaks count alike: a checkout on another system is no change of its owner. */
export const fingerprint = (content: Buffer): string => createHash('sha256').update(content.toString('latin1').replaceAll('\r\n', '\n'), 'latin1').digest('hex');

/** That of a file on the disk; null where there is none. */
export const fingerprintOf = (place: string): string | null => (existsSync(place) ? fingerprint(readFileSync(place)) : null);
