const plain = (text: string): string =>
  text
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

/** "Order number" → `orderNumber`; different from the names taken. Labels without Latin letters give `field`. */
export const fieldNameFor = (label: string, taken: string[]): string => {
  const words = plain(label)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const camel = words.map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1))).join('');
  const base = camel.replace(/^[0-9]+/, '').slice(0, 36) || 'field';
  const name = base.charAt(0).toLowerCase() + base.slice(1);
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name}${number}`)) number += 1;
  return `${name}${number}`;
};
