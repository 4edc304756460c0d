import { CannotGoOn } from '../command';
import { didYouMean } from '../did-you-mean';

/** Folders whose parts the list names one by one: a component is a folder, the others are files. */
export const listedFolders = ['components', 'layouts', 'pages', 'styles'] as const;

const parts = (files: string[]): string[] => [...new Set(files.map((file) => file.replace(/^src\//, '')).flatMap((file) => [file.split('/').slice(0, 2).join('/'), file]))];

/** What can be published of one of these folders, by the name behind it. */
export const listed = (files: string[], folder: (typeof listedFolders)[number]): string[] => {
  const inside = files.flatMap((file) => (file.startsWith(`src/${folder}/`) ? [file.slice(`src/${folder}/`.length)] : []));
  return folder === 'components' ? [...new Set(inside.flatMap((file) => (file.includes('/') ? [file.split('/')[0]!] : [])))] : inside;
};

const matching = (files: string[], name: string): string[] => {
  const wanted = name.replaceAll('\\', '/').replace(/^\.\//, '').replace(/^portal-site\//, '').replace(/\/+$/, '');
  const starts = [wanted, `src/${wanted}`];
  // A page or layout is known by its name without an ending, too.
  return files.filter((file) => starts.some((start) => file === start || file.startsWith(`${start}/`) || file.replace(/\.(?:astro|ts|css)$/, '') === start));
};

const meant = (files: string[], name: string): string => {
  const known = parts(files);
  const last = known.find((part) => part.split('/').at(-1)!.replace(/\.\w+$/, '').toLowerCase() === name.toLowerCase());
  return last ? ` Did you mean "${last}"?` : didYouMean(name.replace(/^src\//, ''), known);
};

/** The files that these names mean: a folder with all in it, or a file. A name that means nothing is answered with one that does. */
export const chosenFiles = (files: string[], names: string[]): string[] => {
  const chosen = names.flatMap((name) => {
    const found = matching(files, name);
    if (found.length === 0) throw new CannotGoOn(`There is no "${name}" among the pages of this version.${meant(files, name)} "portal publish" without a name lists all. Nothing was changed.`);
    return found;
  });
  return [...new Set(chosen)];
};
