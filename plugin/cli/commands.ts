import type { Command } from './command';

/** All commands, in the order in which the help names them. */
export const commands: readonly Command[] = [];
