import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { formatHex, wcagContrast } from 'culori';
import { grounds, nearestAllowed, paletteName, paletteOf, type Shades } from '../../plugin/server/src/segments/palette';
import { brandStyles } from '../../site/src/features/theme/brand-styles';
import { accentFault, checkTheme } from '../../plugin/server/src/segments/theme-check';

const tokens = readFileSync(path.resolve(__dirname, '..', '..', 'site', 'src', 'styles', 'tokens.css'), 'utf8');
const hex = (colour: string): string => formatHex(colour) ?? colour;
const schemes = ['light', 'dark'] as const;
const anyColour = fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 255 }))).map((parts) => `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`);

test('the grounds are those of the portal', () => {
  for (const [index, scheme] of schemes.entries()) {
    for (const [name, colour] of Object.entries(grounds[scheme])) {
      const found = new RegExp(`--${name}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`).exec(tokens);
      expect([name, found?.[index + 1]]).toEqual([name, colour]);
    }
  }
});

test('whatever colour somebody wishes, everybody can read its shades wherever they are used', () => {
  fc.assert(
    fc.property(anyColour, (wish) => {
      const palette = paletteOf(wish);
      for (const scheme of schemes) {
        const { accent, strong, on, soft }: Shades = palette[scheme];
        const backs = [...Object.values(grounds[scheme]).map(hex), soft];
        for (const back of backs) expect(wcagContrast(accent, back)).toBeGreaterThanOrEqual(4.5);
        for (const back of backs.slice(0, 3)) expect(wcagContrast(strong, back)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(on, accent)).toBeGreaterThanOrEqual(4.5);
        expect(wcagContrast(on, strong)).toBeGreaterThanOrEqual(4.5);
      }
    }),
    { numRuns: 300 },
  );
});

test('a colour that can be read stays as it is; one that cannot is answered with the nearest of its hue that can', () => {
  expect(nearestAllowed('#3b3fb6', 'auto')).toBe('#3b3fb6');
  const nearest = nearestAllowed('#ffd400', 'light');
  expect(nearest).not.toBe('#ffd400');
  expect(nearestAllowed(nearest, 'light')).toBe(nearest);
  expect(nearestAllowed('#ffd400', 'dark')).toBe('#ffd400');
});

test('the refusal names the nearest colour', () => {
  const [fault] = accentFault({ 'theme.accent': '#ffd400', 'theme.mode': 'light' });
  expect(fault).toMatchObject({ path: 'changes.theme.accent', rule: 'not_allowed' });
  expect(fault!.message).toContain(checkTheme('#ffd400', 'light').nearest);
  expect([accentFault({}), accentFault({ 'theme.accent': '' }), accentFault({ 'theme.accent': '#3b3fb6' })]).toEqual([[], [], []]);
});

test('a palette has a name that is eight colours, the portal’s own has none', () => {
  expect(paletteName('#3b3fb6')).toMatch(/^([0-9a-f]{6}-){7}[0-9a-f]{6}$/);
  expect(paletteName('')).toBeNull();
});

describe('the stylesheet of a palette', () => {
  test('sets the portal’s four hooks for both themes', () => {
    const name = paletteName('#3b3fb6')!;
    const [accent, , , , dark] = name.split('-');
    expect(brandStyles(name)).toContain(`--brand-accent:light-dark(#${accent},#${dark})`);
    for (const hook of ['accent', 'accent-strong', 'on-accent', 'accent-soft']) expect(tokens).toContain(`var(--brand-${hook},`);
  });

  test('is made of colours only, whatever stands in the address', () => {
    for (const wrong of ['', 'red', '3b3fb6', `${'3b3fb6-'.repeat(7)}url(x)`, `${paletteName('#3b3fb6')!}-000000`, `${paletteName('#3b3fb6')!}\n`]) expect(brandStyles(wrong)).toBeNull();
  });
});
