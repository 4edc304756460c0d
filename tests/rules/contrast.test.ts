import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { clampRgb, wcagContrast, type Color } from 'culori';

const site = path.resolve(__dirname, '..', '..', 'site', 'src');
const read = (file: string): string => readFileSync(path.join(site, file), 'utf8');
const tokens = read('styles/tokens.css');
const styles = readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(css|astro)$/.test(file)).map(read).join('\n');

type Theme = 'light' | 'dark';
const shade = 'oklch\\([^)]*\\)';
const definitions = [...tokens.matchAll(new RegExp(`--([\\w-]+):[^;]*light-dark\\((${shade}), (${shade})\\)`, 'g'))];
const colours = new Map(definitions.map(([, name, light, dark]) => [name!, { light: light!, dark: dark! }]));
const colourOf = (name: string, theme: Theme): string => colours.get(name)?.[theme] ?? `no token --${name}`;

/** A colour as a plain screen shows it, which cuts off what is beyond sRGB. */
const shown = (colour: string): Color => {
  const clamped = clampRgb(colour);
  if (!clamped) throw new Error(`"${colour}" is no colour.`);
  return clamped;
};
const contrast = (one: string, other: string): number => wcagContrast(shown(one), shown(other));

/** Words, and what they stand on somewhere: pages, cards, fields, letters of agents, banners, error summaries. */
const words: Record<string, string[]> = {
  ink: ['background', 'surface', 'sunken', 'accent-soft', 'good-soft', 'warn-soft', 'danger-soft'],
  muted: ['background', 'surface', 'sunken', 'accent-soft', 'good-soft'],
  accent: ['background', 'surface', 'sunken', 'accent-soft', 'good-soft', 'warn-soft'],
  'accent-strong': ['background', 'surface', 'sunken', 'accent-soft'],
  'on-accent': ['accent', 'accent-strong'],
  good: ['good-soft'],
  warn: ['warn-soft'],
  danger: ['background', 'surface', 'danger-soft'],
  surface: ['danger'],
};

/** Edges of fields, focus rings, chosen cards, the arrow of a select, dots of the timeline. */
const edges: Record<string, string[]> = {
  'line-strong': ['background', 'surface', 'sunken', 'warn-soft'],
  accent: ['background', 'surface', 'sunken', 'accent-soft', 'good-soft', 'warn-soft', 'danger-soft'],
  danger: ['background', 'surface', 'danger-soft'],
  muted: ['surface', 'sunken'],
};

const weak = (pairs: Record<string, string[]>, theme: Theme, least: number): string[] =>
  Object.entries(pairs).flatMap(([front, backs]) =>
    backs.map((back) => ({ back, ratio: contrast(colourOf(front, theme), colourOf(back, theme)) }))
      .filter(({ ratio }) => !(ratio >= least))
      .map(({ back, ratio }) => `${front} on ${back}: ${ratio.toFixed(2)}`));

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test('everybody can read every word (WCAG AA, 4.5:1)', () => expect(weak(words, theme, 4.5)).toEqual([]));
  test('everybody sees where a field is and where the focus is (3:1)', () => expect(weak(edges, theme, 3)).toEqual([]));

  test('an agent’s letter has colours of its own, which are read on it', () => {
    const own = [...read('components/letter/letter.css').matchAll(new RegExp(`[\\s;{]color: light-dark\\((${shade}), (${shade})\\)`, 'g'))];
    expect(own).toHaveLength(1);
    for (const [, light, dark] of own) expect(contrast(theme === 'light' ? light! : dark!, colourOf('accent-soft', theme))).toBeGreaterThanOrEqual(4.5);
  });
});

test.each(['light', 'dark'])('a %s mail is read on its own paper', (name) => {
  const letter = readFileSync(path.resolve(site, '..', '..', 'plugin', 'server', 'src', 'mail', 'letter.ts'), 'utf8');
  const own = new RegExp(`^  ${name}: \\{.*$`, 'm').exec(letter)![0];
  const paper = /background:(#\w{6})/.exec(own)![1]!;
  const inks = [...own.matchAll(/'color:(#\w{6})/g)].map(([, ink]) => ink!);
  expect(inks.length).toBeGreaterThanOrEqual(3);
  for (const ink of inks) expect([ink, contrast(ink, paper) >= 4.5]).toEqual([ink, true]);
});

describe('the tables above', () => {
  const used = (property: string): string[] => [...new Set([...styles.matchAll(new RegExp(`[\\s;{]${property}:[^;}]*?var\\(--([\\w-]+)`, 'g'))].map(([, name]) => name!))].filter((name) => colours.has(name));
  const grounds = new Set(Object.values(words).flat());

  // The slash between the parts of a breadcrumb is hidden from screen readers and says nothing to the eye.
  test('name every token that words are written in', () => expect(used('color').filter((name) => !(name in words))).toEqual(['line-strong']));

  test('name every token that something stands on', () => {
    // A hairline's colour also draws the bar of the wizard's steps, on which nothing stands.
    expect(used('background(?:-color)?').filter((name) => !grounds.has(name) && !['line', 'line-strong', 'on-accent'].includes(name))).toEqual([]);
  });

  test('name no token that is gone, and leave none out but the decorative hairline', () => {
    const named = new Set([...Object.keys(words), ...Object.keys(edges), ...grounds]);
    expect([...named].filter((name) => !colours.has(name))).toEqual([]);
    expect([...colours.keys()].filter((name) => !named.has(name))).toEqual(['line']);
  });
});
