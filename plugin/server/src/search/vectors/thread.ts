import { Worker } from 'node:worker_threads';
import { VectorProblem } from './worker/problem';
import { saidBy } from '../../platform/said-by';
import type { CallName, Calls, Reply, Request } from './worker/protocol';

interface Waiting {
  resolve: (value: Calls[CallName][1]) => void;
  reject: (error: Error) => void;
}

/** The worker thread as it is called from here. It can end at any time; `onEnd` hears of it, and the next call begins a new one. */
export interface Thread {
  call<Name extends CallName>(name: Name, value: Calls[Name][0]): Promise<Calls[Name][1]>;
  stop(): Promise<void>;
}

/** A thread that runs the built `file`; it is started by the first call. */
export const threadOf = (file: string, onEnd: (why: VectorProblem) => void): Thread => {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  let stopping = false;

  const settle = (reply: Reply): void => {
    const caller = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) caller?.reject(reply.mend === '' ? new Error(reply.error) : new VectorProblem(reply.error, reply.mend));
    else caller?.resolve(reply.value);
  };

  const end = (ended: Worker, why: string): void => {
    if (worker !== ended) return;
    worker = null;
    const problem = new VectorProblem(why, 'It is begun anew by itself. If this comes again and again, give the machine more memory or use another provider.');
    for (const { reject } of waiting.values()) reject(problem);
    waiting.clear();
    if (!stopping) onEnd(problem);
  };

  const start = (): Worker => {
    // Flags of this process (loaders of a test runner, an inspector) are not for the thread.
    const started = new Worker(file, { execArgv: [], name: 'portal-vectors' });
    started.unref();
    started.on('message', settle);
    started.on('error', (error: unknown) => end(started, `the worker thread failed: ${saidBy(error)}`));
    started.on('exit', (code) => end(started, `the worker thread ended (exit ${code})`));
    return started;
  };

  return {
    call<Name extends CallName>(name: Name, value: Calls[Name][0]) {
      if (stopping) return Promise.reject(new Error('The search was stopped.'));
      worker ??= start();
      const request: Request = { id: (last += 1), name, value };
      const answered = new Promise<Calls[CallName][1]>((resolve, reject) => waiting.set(request.id, { resolve, reject }));
      worker.postMessage(request);
      return answered as Promise<Calls[Name][1]>;
    },

    async stop(): Promise<void> {
      stopping = true;
      await worker?.terminate();
    },
  };
};
