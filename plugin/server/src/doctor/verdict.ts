import type { CheckState, Finding } from '../../../contracts/doctor';
import { checkStates } from '../../../contracts/doctor';
import type { Strapi } from '../platform/domain';

/** What a check found, before it has a name. */
export type Verdict = Omit<Finding, 'name'>;
/** Looks at one thing of a loaded Strapi, by its configuration as it is now. What it writes it takes away again. */
export type Check = (strapi: Strapi) => Promise<Verdict>;

/** All is as it should be. */
export const well = (found: string): Verdict => ({ state: 'well', found, mend: '' });
/** It works, but not as it should, or not for long. */
export const warning = (found: string, mend: string): Verdict => ({ state: 'warning', found, mend });
/** People meet it. */
export const broken = (found: string, mend: string): Verdict => ({ state: 'broken', found, mend });

/** The worst of some states; `well` of none. */
export const worstOf = (states: CheckState[]): CheckState => checkStates[Math.max(0, ...states.map((state) => checkStates.indexOf(state)))] ?? 'well';

/** Several faults as one verdict, the worst first; what is well where there are none. */
export const together = (faults: (Verdict | null | false)[], otherwise: string): Verdict => {
  const real = faults.filter((fault): fault is Verdict => Boolean(fault) && (fault as Verdict).state !== 'well').sort((one, other) => checkStates.indexOf(other.state) - checkStates.indexOf(one.state));
  if (real.length === 0) return well(otherwise);
  const said = (key: 'found' | 'mend'): string => [...new Set(real.map((fault) => fault[key]))].join(' ');
  return { state: worstOf(real.map(({ state }) => state)), found: said('found'), mend: said('mend') };
};

/** What an error says, on one line; some of Node's say it only in their parts, or by a code. */
export const reasonOf = (error: unknown): string => {
  const { message, code, errors } = error as { message?: string; code?: string; errors?: unknown[] };
  const said = message || (errors?.length ? reasonOf(errors[0]) : code) || String(error);
  return said.replace(/\s+/g, ' ').trim().slice(0, 300);
};

/** `3 mails`, `1 mail`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
