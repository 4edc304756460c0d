/** How each customer's journey is walked: `describe.each(twoModes)('… $mode', …)`. */
export const twoModes = [
  { mode: 'with JavaScript', javaScript: true },
  { mode: 'without JavaScript', javaScript: false },
];
