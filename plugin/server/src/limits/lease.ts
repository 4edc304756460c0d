import type { Limit, Standing } from './limit';

/** Takes `points` of a shared count at once, whether or not so many are left. */
type Draw = (limit: Limit, subject: string, points: number) => Promise<{ consumed: number; resetMs: number }>;

interface Lease {
  /** What this node may still give out. */
  held: number;
  /** What other draws would still find. */
  elsewhere: number;
  /** Milliseconds since 1970. */
  until: number;
  dry: boolean;
}

const mostKept = 10_000;
/** A twentieth of a limit: one statement of the database for so many calls. */
const shareOf = ({ quota }: Limit): number => Math.max(1, Math.ceil(quota / 20));

/**
 * Gives out a limit from memory and draws on the shared count a share at a time. All nodes together never give out
 * more than the limit; what a node has drawn and not given out is lost to the others until the window ends, so less
 * than a share of each node.
 */
export const leases = (draw: Draw) => {
  const kept = new Map<string, Lease>();
  const drawing = new Map<string, Promise<void>>();

  const forgetEnded = (): void => {
    if (kept.size < mostKept) return;
    for (const [key, { until }] of kept) if (until <= Date.now()) kept.delete(key);
  };

  const renew = async (key: string, limit: Limit, subject: string): Promise<void> => {
    const share = shareOf(limit);
    const { consumed, resetMs } = await draw(limit, subject, share);
    const held = Math.min(share, Math.max(0, limit.quota - (consumed - share)));
    forgetEnded();
    kept.set(key, { held, elsewhere: Math.max(0, limit.quota - consumed), until: Date.now() + resetMs, dry: held < share });
  };

  const standingOf = (limit: Limit, lease: Lease, accepted: boolean): Standing => ({ limit, accepted, left: lease.held + lease.elsewhere, resetMs: lease.until - Date.now() });

  return {
    /** One more of `limit` for `subject`; many at once wait for one draw. */
    async take(limit: Limit, subject: string): Promise<Standing> {
      const key = `${limit.name} ${limit.quota} ${subject}`;
      for (;;) {
        const lease = kept.get(key);
        const holds = lease !== undefined && lease.until > Date.now();
        if (holds && lease.held > 0) {
          lease.held -= 1;
          return standingOf(limit, lease, true);
        }
        if (holds && lease.dry) return standingOf(limit, lease, false);
        const under = drawing.get(key) ?? renew(key, limit, subject).finally(() => drawing.delete(key));
        drawing.set(key, under);
        await under;
      }
    },
  };
};
