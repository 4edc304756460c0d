/**
 * Calls `then` once when the process that started this one is gone. npm runs scripts through a shell that
 * does not pass signals on: without this, ending npm would leave the server behind, holding its port.
 */
export const whenParentIsGone = (then) => {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    then();
  }, 500);
  timer.unref();
};
