import { createInterface } from 'node:readline/promises';
import type { Terminal } from './command';

/**
 * `portal publish | head` has read enough and closes the pipe: what is said after that is for nobody, and Node would end with
 * the trace of an EPIPE that nobody took. What the command does is not given up half way, and its exit code stays its own.
 */
const outliveReader = (stdout: NodeJS.WriteStream): void => {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
};

/** The terminal of this process. */
export const processTerminal = (): Terminal => {
  outliveReader(process.stdout);
  return {
    say: (text) => void process.stdout.write(`${text}\n`),
    warn: (text) => void process.stderr.write(`${text}\n`),
    isInteractive: process.stdin.isTTY === true && process.stdout.isTTY === true,
    async ask(question) {
      const lines = createInterface({ input: process.stdin, output: process.stdout });
      try {
        return /^y(es)?$/i.test((await lines.question(`${question} [y/N] `)).trim());
      } finally {
        lines.close();
      }
    },
  };
};
