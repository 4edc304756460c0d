/** How many messages a socket may send at once, and how many more each second. */
const burst = 40;
const perSecond = 4;

/** Says of each message of one socket whether it may still be heard; `moment` in milliseconds. */
export const messageRate = (): ((moment: number) => boolean) => {
  let left = burst;
  let last = 0;
  return (moment) => {
    left = last === 0 ? burst : Math.min(burst, left + ((moment - last) / 1000) * perSecond);
    last = moment;
    left -= 1;
    return left >= 0;
  };
};
