import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { neededPackages } from '../../../plugin/cli/build-site/needed-packages';
import { inOwnersWords } from '../../../plugin/cli/build-site/run-astro';
import { withUncompiledFolder } from '../../../plugin/cli/publish/uncompiled-folder';
import { fingerprint } from '../../../plugin/cli/publish/fingerprint';
import { ownBuildFault, unbuiltFault } from '../../../plugin/server/src/portal-site/own-build';
import { scratchDirectory } from '../../support/scratch';

/** A project with these packages installed. */
const project = (packages: Record<string, string>): string => {
  const folder = scratchDirectory('packages-of-a-project');
  for (const [name, version] of Object.entries(packages)) {
    mkdirSync(path.join(folder, 'node_modules', name), { recursive: true });
    writeFileSync(path.join(folder, 'node_modules', name, 'package.json'), JSON.stringify({ version }));
  }
  return folder;
};
const wanted = { astro: '7.3.5', '@astrojs/node': '11.1.6', sirv: '^3.0.2' };

describe('somebody who builds pages', () => {
  test('without the packages for it is told which to install, and how', () => {
    const missing = (): unknown => neededPackages([project({ astro: '6.4.8', sirv: '3.1.0' })], wanted);
    expect(missing).toThrow('does not have: astro (6.4.8 is there), @astrojs/node. Run\n\n  npm install --save-dev astro@7.3.5 @astrojs/node@11.1.6\n');
  });

  test('with newer ones of the same kind, some of them brought along by the portal, can begin', () => {
    const [own, brought] = [project({ astro: '7.4.0', '@astrojs/node': '11.1.6', sirv: '2.0.0' }), project({ sirv: '3.0.2' })];
    expect(neededPackages([own, brought], wanted).map(({ folder }) => folder)).toEqual([path.join(own, 'node_modules/astro'), path.join(own, 'node_modules/@astrojs/node'), path.join(brought, 'node_modules/sirv')]);
  });

  test('reads of his own file where it is, and of ours that it is ours', () => {
    const said = 'Unexpected token\n  Location: /home/p/portal-site/.work/site/src/pages/[slug].astro:3:1\n  at file:///home/p/portal-site/.work/site/src/layouts/Portal.astro:9\n  src/pages/[slug].astro';
    expect(inOwnersWords(said, '/home/p/portal-site/.work/site', ['src/pages/[slug].astro'])).toBe('Unexpected token\n  Location: portal-site/src/pages/[slug].astro:3:1\n  at src/layouts/Portal.astro (of the package):9\n  portal-site/src/pages/[slug].astro');
  });
});

describe('Strapi does not compile the pages as its own code', () => {
  test.each([
    ['as the generator writes it', '{\n  "include": ["./"],\n  "exclude": [\n    "node_modules/",\n    // ours\n    "src/plugins/**"\n  ]\n}\n'],
    ['in one line', '{ "exclude": ["dist"] }'],
    ['that leaves nothing out', '{ "exclude": [] }'],
  ])('with a list %s', (_what, text) => {
    const changed = withUncompiledFolder(ts, text)!;
    const { config, error } = ts.parseConfigFileTextToJson('tsconfig.json', changed) as { config: { exclude: string[] }; error?: unknown };
    expect([error, config.exclude[0]]).toEqual([undefined, 'portal-site/']);
    expect(changed.replace(/\s*"portal-site\/",? ?/, '').replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
    expect(withUncompiledFolder(ts, changed)).toBe(changed);
  });

  test('and where there is no such list, nobody guesses', () => expect(withUncompiledFolder(ts, '{ "compilerOptions": {} }')).toBeNull());
});

describe('pages that a project built for itself', () => {
  /** Built with 1.0.0 of these files, which are now as `now` says. */
  const built = (files: Record<string, string>, now = files): string => {
    const folder = scratchDirectory('own-build');
    const note = { version: '1.0.0', url: '/support', files: Object.fromEntries(Object.entries(files).map(([file, text]) => [file, fingerprint(Buffer.from(text))])) };
    for (const [file, text] of Object.entries({ ...now, 'dist/portal-build.json': JSON.stringify(note), '.published.json': '{}' })) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    return path.join(folder, 'dist');
  };
  const card = { 'src/Card.astro': '<p>Card</p>\n' };

  test('are as new while neither the package nor a file has changed', () => {
    expect(ownBuildFault(built(card), '1.0.0')).toBeNull();
    expect(ownBuildFault(built(card, { 'src/Card.astro': '<p>Card</p>\r\n', 'src/Card.new.astro': 'offered' }), '1.0.0')).toBeNull();
  });

  test('are behind a newer package, and behind files that changed, came or went', () => {
    expect(ownBuildFault(built(card), '1.1.0')).toBe('The pages of this project were built from version 1.0.0; version 1.1.0 is installed.');
    expect(ownBuildFault(built(card, { 'src/Card.astro': 'mine' }), '1.0.0')).toContain('were built before src/Card.astro changed');
    expect(ownBuildFault(built(card, { ...card, 'src/New.astro': '' }), '1.0.0')).toContain('before src/New.astro changed');
    expect(ownBuildFault(built(card, {}), '1.0.0')).toContain('before src/Card.astro changed');
  });

  test('are missed where a deployment left them out', () => {
    expect(unbuiltFault(path.dirname(built(card)))).toContain('has a file of the pages as its own, but has not built them');
    expect([unbuiltFault(path.dirname(built({}))), unbuiltFault('/nowhere')]).toEqual([null, null]);
  });
});
