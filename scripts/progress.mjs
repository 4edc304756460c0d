/** Elapsed time since `from` as people say it: `8.2 s`, `2 min 5 s`. */
export const elapsed = (from) => {
  const seconds = (Date.now() - from) / 1000;
  return seconds < 100 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
};

/** Prints `label …`, works, prints how long it took. Every half minute it says that it is still at it. */
export const step = async (label, work) => {
  const began = Date.now();
  console.log(`${label} …`);
  const reminder = setInterval(() => console.log(`${label}: still working, ${elapsed(began)} …`), 30_000);
  try {
    const result = await work();
    console.log(`${label}: done in ${elapsed(began)}`);
    return result;
  } finally {
    clearInterval(reminder);
  }
};

/** Ends the process with a message made for reading, without a stack. */
export const giveUp = (message) => {
  console.error(`\n${message}`);
  process.exit(1);
};
