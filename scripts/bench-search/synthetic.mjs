const mostWords = 400;

/** Numbers that look like chance and are the same in every run. */
const chance = () => {
  let seed = 1;
  return () => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
};

const shortened = (sections) => {
  let words = 0;
  return sections.filter(({ text }) => {
    const before = words;
    words += text.split(/\s+/).length;
    return before < mostWords;
  });
};

/** `count` articles made of the given ones: lines swapped for others', words turned into new ones, about four passages each. */
export function* synthetic(documents, count) {
  const random = chance();
  const lines = documents.flatMap(({ sections }) => sections.flatMap(({ text }) => text.split('\n')));
  const vary = (line) => (random() < 0.3 ? lines[Math.floor(random() * lines.length)] : line).replace(/\b[a-z]{5,}\b/g, (word) => (random() < 0.03 ? `${word}${'aeiou'[Math.floor(random() * 5)]}${Math.floor(random() * 99)}` : word));
  for (let number = 0; number < count; number += 1) {
    const { title, sections, ...rest } = documents[number % documents.length];
    const varied = shortened(sections).map((section) => ({ ...section, text: section.text.split('\n').map(vary).join('\n').slice(0, 6000) }));
    yield { ...rest, key: `synthetic-${number}`, title: `${title} ${number}`, sections: varied };
  }
}
