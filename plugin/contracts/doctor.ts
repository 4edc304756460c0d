import { z } from 'zod';

/** What is looked at, in the order in which it is told. */
export const checkNames = [
  'runtime', 'database', 'tables', 'migrations', 'folders', 'secrets', 'address', 'middlewares', 'site',
  'mail', 'mailbox', 'bucket', 'scanner', 'redis', 'sockets', 'push',
  'rights', 'agents', 'search', 'queues', 'jobs', 'clock',
] as const;
export type CheckName = (typeof checkNames)[number];

/** `warning`: it works, or will for now; `broken`: people meet it. */
export const checkStates = ['well', 'warning', 'broken'] as const;
export type CheckState = (typeof checkStates)[number];

/** What one check found; `mend` says what to do, and is empty where there is nothing to do. */
export const finding = z.strictObject({ name: z.enum(checkNames), state: z.enum(checkStates), found: z.string(), mend: z.string() });
export type Finding = z.infer<typeof finding>;

/** POST /portal/settings/examinations; without `checks` all are made. */
export const examinationRequest = z.strictObject({ checks: z.array(z.enum(checkNames)).min(1).max(checkNames.length).optional() });

/** Its answer, and what `portal doctor --json` prints. `state` is that of the worst finding. */
export const examination = z.strictObject({ state: z.enum(checkStates), findings: z.array(finding) });
export type Examination = z.infer<typeof examination>;
