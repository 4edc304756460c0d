/**
 * Where a test of kills ends this process: `PORTAL_FAULT_POINT` names the point. Never in production, and
 * nothing without that variable.
 */
export const faultPoint = (name: string): void => {
  if (process.env.PORTAL_FAULT_POINT === name && process.env.NODE_ENV !== 'production') process.kill(process.pid, 'SIGKILL');
};
