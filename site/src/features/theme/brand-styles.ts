const form = /^[0-9a-f]{6}(-[0-9a-f]{6}){7}$/;
const hooks = ['accent', 'accent-strong', 'on-accent', 'accent-soft'];

/** The stylesheet of eight colours (four for the light theme, then four for the dark one); null for a name that is none. */
export const brandStyles = (palette: string): string | null => {
  if (!form.test(palette)) return null;
  const colours = palette.split('-');
  const lines = hooks.map((hook, index) => `--brand-${hook}:light-dark(#${colours[index]},#${colours[index + hooks.length]})`);
  return `:root{${lines.join(';')}}`;
};
