import { PortalError } from './portal-error';

/** How calls leave: replaceable, so that an app can add its own headers or a proxy. */
export type Fetch = (address: string, init: RequestInit) => Promise<Response>;

/** Answers of what stands before the portal while it is not there. */
const passing = new Set([502, 503, 504]);
const longestPause = 10_000;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, milliseconds));
const pauseBefore = (attempt: number, answer: Response | null): number => {
  const asked = Number(answer?.headers.get('retry-after') ?? NaN) * 1000;
  return Number.isFinite(asked) ? asked : 250 * 2 ** attempt;
};

const attemptOnce = async (fetch: Fetch, address: string, init: RequestInit): Promise<Response | PortalError> => {
  try {
    return await fetch(address, init);
  } catch (cause) {
    // Whoever breaks a call off himself wants no second one.
    if (init.signal?.aborted) throw cause;
    return new PortalError(0, 'unreachable', 'The portal could not be reached.', [], null, cause);
  }
};

/**
 * Sends a call, and again after a pause where nobody answered or only what stands before the portal did, `retries`
 * times at most. Give 0 for what must not happen twice.
 */
export const send = async (fetch: Fetch, address: string, init: RequestInit, retries: number): Promise<Response> => {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await attemptOnce(fetch, address, init);
    const answer = outcome instanceof PortalError ? null : outcome;
    const wait = pauseBefore(attempt, answer);
    if (answer && (!passing.has(answer.status) || attempt >= retries || wait > longestPause)) return answer;
    if (outcome instanceof PortalError && attempt >= retries) throw outcome;
    await answer?.body?.cancel();
    await pause(wait);
  }
};
