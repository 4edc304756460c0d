import type { Command } from './command';
import { install } from './commands/install';
import { uninstall } from './commands/uninstall';

/** All commands, in the order in which the help names them. */
export const commands: readonly Command[] = [install, uninstall];
