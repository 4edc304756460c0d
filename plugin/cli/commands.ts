import type { Command } from './command';
import { build } from './commands/build';
import { doctor } from './commands/doctor';
import { install } from './commands/install';
import { migrate } from './commands/migrate';
import { publish } from './commands/publish';
import { uninstall } from './commands/uninstall';

/** All commands, in the order in which the help names them. */
export const commands: readonly Command[] = [install, uninstall, doctor, migrate, publish, build];
