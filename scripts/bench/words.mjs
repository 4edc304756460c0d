const openings = ['Since this morning', 'After the last update', 'For two days now', 'Whenever I try again', 'As your guide says', 'Before I order more'];
const things = ['the invoice', 'my parcel', 'the mobile app', 'our shared calendar', 'the export', 'a refund', 'the login page', 'the printer', 'the monthly report'];
const troubles = ['does not open', 'shows the wrong amount', 'has not arrived', 'asks for a code I never got', 'stops half way', 'is much slower than before', 'lost two entries'];
const wishes = ['Could you have a look?', 'What can I do?', 'I have tried it on another computer, with the same result.', 'There is no message, it just stays as it is.', 'Our team needs it by Friday.'];

const pick = (list, n) => list[((n * 2_654_435_761) >>> 7) % list.length];
const sentence = (n) => `${pick(openings, n)} ${pick(things, n + 1)} ${pick(troubles, n + 2)}. ${pick(wishes, n + 3)}`;

/** A subject line as customers write them; the same for the same number. */
export const subject = (n) => `${pick(things, n)} ${pick(troubles, n + 5)}`.replace(/^./, (first) => first.toUpperCase());

/** Two to six sentences, about 350 characters. */
export const paragraph = (n) => Array.from({ length: 2 + (n % 4) }, (_, line) => sentence(n * 7 + line)).join('\n\n');
