import { OwnedPages } from '../../support/owned-pages';

const card = 'src/components/card/Card.astro';
const styles = 'src/components/card/card.css';
const component = (props: string, body = '<p>Card</p>'): string => `---\nexport interface Props {\n  ${props}\n}\nconst { title } = Astro.props;\n---\n\n${body}\n`;
const first = { [card]: component('title: string;'), [styles]: '.card { color: red; }\n', 'src/pages/faq.astro': '<p>FAQ</p>\n', 'src/styles/tokens.css': ':root {}\n', 'public/favicon.svg': '<svg/>\n', 'astro.config.mjs': 'export default {};\n' };
/** Paula has the card as her own. */
const paula = (): OwnedPages => {
  const pages = new OwnedPages(first);
  pages.publish(['components/card']);
  return pages;
};

describe('Paula takes a part of the pages for her own', () => {
  test('whole, at the same place, and nothing else', () => {
    const pages = new OwnedPages(first);
    expect(pages.publish(['components/card'])).toEqual([`make portal-site/${card}`, `make portal-site/${styles}`]);
    expect([pages.read(card), pages.read(styles), pages.read('src/pages/faq.astro')]).toEqual([first[card], first[styles], null]);
  });

  test.each([['pages/faq'], ['src/pages/faq.astro'], ['portal-site/src/pages/faq.astro'], ['./pages/faq.astro']])('by the name %s, too', (name) => {
    expect(new OwnedPages(first).publish([name])).toEqual(['make portal-site/src/pages/faq.astro']);
  });

  test.each([['card', 'components/card'], ['components/crad', 'components/card'], ['pages/fak.astro', 'pages/faq.astro'], ['tokens', 'styles/tokens.css']])('and is told what she meant by %s', (name, meant) => {
    expect(() => new OwnedPages(first).publish([name])).toThrow(`Did you mean "${meant}"?`);
  });

  test('twice, and the second time there is nothing to do', () => expect(paula().publish(['components/card'])).toEqual([]));

  test('and what she changed is kept, unless she says otherwise', () => {
    const pages = paula();
    pages.write(card, 'mine');
    expect([pages.publish(['components/card']), pages.read(card)]).toEqual([[], 'mine']);
    expect(pages.publish([card], true)).toEqual([`OVERWRITE portal-site/${card}, which you changed`]);
    expect(pages.read(card)).toBe(first[card]);
  });

  test('and a file that she put there herself is left alone', () => {
    const pages = new OwnedPages(first);
    pages.write(card, 'copied by hand');
    expect(pages.publish([card])).toEqual([expect.stringContaining(`leave portal-site/${card}: it is there already`)]);
    expect(pages.read(card)).toBe('copied by hand');
    expect(pages.faults().warnings).toEqual([expect.stringContaining('but not published')]);
  });

  test('and gives it back by taking it away; asked for by name it comes again', () => {
    const pages = paula();
    pages.takeAway(styles);
    expect(pages.status(styles)).toContain('that of the package is used');
    expect(pages.publish(['components/card'])).toEqual([`make portal-site/${styles}`]);
    pages.takeAway(styles);
    expect([pages.update(), pages.read(styles)]).toEqual([[expect.stringContaining('keep no account')], null]);
  });
});

describe('after an update', () => {
  test('what she did not touch comes along, and what only she changed stays without a word', () => {
    const pages = paula();
    pages.write(styles, '.card { color: green; }\n');
    pages.comesOut('1.1.0', { ...first, [card]: component('title: string;', '<h2>Card</h2>') });
    expect(pages.status(card)).toContain('outdated');
    expect(pages.update()).toEqual([`bring portal-site/${card} from 1.0.0 to 1.1.0: you did not change it`]);
    expect([pages.read(card), pages.read(styles)]).toEqual([component('title: string;', '<h2>Card</h2>'), '.card { color: green; }\n']);
    expect([pages.status(card), pages.status(styles), pages.update()]).toEqual([expect.stringContaining('unchanged'), expect.stringContaining('own changes'), []]);
  });

  test('where both changed, hers stays, and the new original lies beside it until she takes it away', () => {
    const pages = paula();
    pages.write(styles, 'hers');
    pages.comesOut('1.1.0', { ...first, [styles]: 'ours' });
    expect(pages.status(styles)).toContain('both changed');
    expect(pages.update()).toEqual([expect.stringContaining(`keep portal-site/${styles}: you changed it, and so did version 1.1.0. The new original is put beside it as card.new.css`)]);
    expect([pages.read(styles), pages.read('src/components/card/card.new.css')]).toEqual(['hers', 'ours']);
    expect(pages.update()).toEqual([expect.stringContaining('leave card.new.css beside')]);
    pages.takeAway('src/components/card/card.new.css');
    expect([pages.status(styles), pages.update(), pages.faults()]).toEqual([expect.stringContaining('own changes'), [], { faults: [], warnings: [] }]);
  });

  test('and where yet another comes while it lies there, the newest is the one beside it', () => {
    const pages = paula();
    pages.write(styles, 'hers');
    for (const version of ['1.1.0', '1.2.0']) {
      pages.comesOut(version, { ...first, [styles]: version });
      expect(pages.update()).toHaveLength(1);
      expect(pages.read('src/components/card/card.new.css')).toBe(version);
    }
  });

  test('a file that is gone is named, with where it may be now', () => {
    const pages = paula();
    const { [card]: text, ...others } = first;
    pages.comesOut('2.0.0', { ...others, 'src/components/tile/Card.astro': text! });
    expect(pages.update()).toEqual([expect.stringContaining('version 2.0.0 has no such file any more. It may be src/components/tile/Card.astro now')]);
    expect(pages.faults().faults).toEqual([expect.stringContaining('no such file any more')]);
    pages.takeAway(card);
    expect(pages.faults().faults).toEqual([]);
  });

  test('the line breaks of another system are no change of hers', () => {
    const pages = paula();
    pages.write(styles, first[styles]!.replaceAll('\n', '\r\n'));
    expect(pages.status(styles)).toContain('unchanged');
  });
});

describe('before a build', () => {
  test('a component that is given something else now is refused, with what it was given and is', () => {
    const pages = paula();
    pages.write(card, component('title: string;', '<p>Hers</p>'));
    pages.comesOut('1.1.0', { ...first, [card]: component('heading: string;') });
    const [fault] = pages.faults().faults;
    expect(fault).toContain(`portal-site/${card} no longer fits: what it is given changed after version 1.0.0`);
    expect(fault!.indexOf('title: string')).toBeLessThan(fault!.indexOf('heading: string'));
    pages.update();
    expect(pages.faults().faults).toHaveLength(1);
    pages.takeAway('src/components/card/Card.new.astro');
    expect(pages.faults()).toEqual({ faults: [], warnings: [] });
  });

  test('remarks and spaces are no other props; that the original changed is said', () => {
    const pages = paula();
    pages.write(card, component('title: string;', '<p>Hers</p>'));
    pages.comesOut('1.1.0', { ...first, [card]: component('/** Above. */\n   title:   string;') });
    expect(pages.faults()).toEqual({ faults: [], warnings: [`The original changed since: portal-site/${card}. See "portal publish --status".`] });
  });

  test('a page of her own is nobody’s fault', () => {
    const pages = paula();
    pages.write('src/pages/about.astro', '<p>About us</p>');
    expect([pages.faults(), pages.status('src/pages/about.astro')]).toEqual([{ faults: [], warnings: [] }, expect.stringContaining('your own')]);
  });
});
