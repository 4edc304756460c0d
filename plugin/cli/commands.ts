import type { Command } from './command';
import { doctor } from './commands/doctor';
import { migrate } from './commands/migrate';

/** All commands, in the order in which the help names them. */
export const commands: readonly Command[] = [doctor, migrate];
