import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { formatHex, wcagContrast } from 'culori';
import { grounds, nearestAllowed, own, ownPalette, paletteName, paletteOf, type Shades } from '../../plugin/server/src/segments/palette';
import { brandStyles } from '../../site/src/features/theme/brand-styles';
import { ownAccent } from '../../plugin/contracts/policy';
import { fileSegmentsOf } from '../../plugin/contracts/configured-segments';
import { accentFault, checkTheme, configuredAccentFaults } from '../../plugin/server/src/segments/theme-check';

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

test('so are the colours where no accent is set, and the admin names the same one', () => {
  const hooks = { accent: 'accent', strong: 'accent-strong', on: 'on-accent', soft: 'accent-soft' } as const;
  for (const [part, hook] of Object.entries(hooks) as [keyof Shades, string][]) {
    const found = new RegExp(`--${hook}: var\\(--brand-${hook}, light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)\\)`).exec(tokens);
    expect([hook, found?.[1], found?.[2]]).toEqual([hook, own.light[part], own.dark[part]]);
  }
  expect(ownPalette().light.accent).toBe(ownAccent);
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
  expect(fault!.suggestion).toBe(checkTheme('#ffd400', 'light').nearest);
  expect([accentFault({}), accentFault({ 'theme.accent': '' }), accentFault({ 'theme.accent': '#3b3fb6' })]).toEqual([[], [], []]);
});

describe('an accent is the colour of one theme', () => {
  test('of the dark one where that is set, else of the light one, and says how well it can be read there', () => {
    expect(checkTheme('#ffcc00', 'dark')).toMatchObject({ allowed: true, scheme: 'dark', dark: { accent: '#ffcc00' } });
    for (const mode of ['light', 'auto'] as const) {
      const check = checkTheme('#ffcc00', mode);
      expect(check).toMatchObject({ allowed: false, scheme: 'light', nearest: check.light.accent });
      expect(check.contrast).toBeLessThan(2);
    }
    expect(checkTheme('', 'auto')).toMatchObject({ allowed: true, nearest: '', light: { accent: ownAccent } });
  });

  test('because none can be read as it is in both', () => {
    fc.assert(fc.property(anyColour, (wish) => !(checkTheme(wish, 'light').allowed && checkTheme(wish, 'dark').allowed)), { numRuns: 40 });
  });

  test('and what is cut for reading never sounds better than it is', () => {
    fc.assert(fc.property(anyColour, fc.constantFrom('light' as const, 'dark' as const), (wish, mode) => checkTheme(wish, mode).allowed === checkTheme(wish, mode).contrast >= 4.5), { numRuns: 40 });
  });

  test('also in the file, with the mode that holds there', () => {
    const segments = fileSegmentsOf({ gold: { theme: { mode: 'dark', accent: '#ffd400' } }, heir: { inherits: 'gold', theme: { accent: '#ffcc00' } }, bright: { theme: { accent: '#ffee00' } } });
    expect(configuredAccentFaults({ mode: 'auto', accent: '#3b3fb6' }, segments).map(({ path }) => path)).toEqual(['segments.bright.theme.accent']);
    expect(configuredAccentFaults({ mode: 'light', accent: '#ffd400' }, []).map(({ path }) => path)).toEqual(['theme.accent']);
  });
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
