import type { SocketRefusal } from '../../../contracts/realtime';

/** The error by which socket.io tells a client that its socket was refused; the client sees the code alone. */
export const refused = (code: SocketRefusal): Error => new Error(code);

/** Runs what decides on a socket and tells socket.io how it ended. What went wrong on our side is told to nobody. */
export const admitWith = async (decide: () => Promise<SocketRefusal | null>, next: (error?: Error) => void, log: (error: unknown) => void): Promise<void> => {
  try {
    const code = await decide();
    next(code ? refused(code) : undefined);
  } catch (error) {
    log(error);
    next(new Error('internal_error'));
  }
};
