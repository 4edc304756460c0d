/** One option of a command. Its name is the key it stands under; `value` is what stands behind it in the help. */
export interface Option {
  type: 'boolean' | 'string';
  short?: string;
  /** For options of type string: the word for what is expected, such as `file`. */
  value?: string;
  summary: string;
}

/** What the terminal is to a command. Everything that a command says goes through here. */
export interface Terminal {
  say(text: string): void;
  /** To stderr: what went wrong, or may. */
  warn(text: string): void;
  /** False where nobody could answer (a pipe, CI): then `ask` must not be called. */
  isInteractive: boolean;
  /** Answers true for yes; anything else is no. */
  ask(question: string): Promise<boolean>;
}

/** What a command is run with. */
export interface CommandContext extends Terminal {
  /** The folder in which the command was called: the Strapi project. */
  project: string;
  options: Record<string, string | boolean | undefined>;
  positionals: string[];
  environment: NodeJS.ProcessEnv;
}

/** A command of `portal`. */
export interface Command {
  name: string;
  summary: string;
  /** What may stand behind the name without dashes, such as `<file>`; absent: nothing may. */
  positionals?: string;
  /** Further help, printed below the options. */
  details?: string;
  options: Record<string, Option>;
  /** Answers the exit code: 0 when all is well. */
  run(context: CommandContext): Promise<number>;
}

/** A command cannot go on; the message says why and what to do, and is all that is printed. */
export class CannotGoOn extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotGoOn';
  }
}
