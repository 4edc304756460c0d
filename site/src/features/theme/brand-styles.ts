const form = /^[0-9a-f]{6}(-[0-9a-f]{6}){7}$/;
const hooks = ['accent', 'accent-strong', 'on-accent', 'accent-soft'];

/** The stylesheet of eight colours (four for the light theme, then four for the dark one); null for a name that is none. */
export const brandStyles = (palette: string): string | null => {
  if (!form.test(palette)) return null;
  const colours = palette.split('-');
  const lines = hooks.map((hook, index) => `--brand-${hook}:light-dark(#${colours[index]},#${colours[index + hooks.length]})`);
  return `:root{${lines.join(';')}}`;
};

/** The accent of a palette, in the light theme. */
export const accentOf = (palette: string): string => `#${palette.slice(0, 6)}`;

/** The portal's sign in the colours of a palette; `maskable` leaves room for whatever shape a device cuts. Null for a name that is none. */
export const brandIcon = (palette: string, purpose: 'any' | 'maskable'): string | null => {
  if (!form.test(palette)) return null;
  const [accent = '', , onAccent = ''] = palette.split('-');
  const inner = purpose === 'any' ? '' : ' transform="translate(4.8 4.8) scale(.7)"';
  const corner = purpose === 'any' ? ' rx="9"' : '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32"${corner} fill="#${accent}"/><path${inner} d="M9.5 12.5h13M9.5 18h8" fill="none" stroke="#${onAccent}" stroke-width="2.6" stroke-linecap="round"/></svg>`;
};
