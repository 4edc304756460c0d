import { createHash } from 'node:crypto';
import { lstat, readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Strapi } from '../../platform/domain';
import { libraries } from '../rendering/libraries';

const mostBytes = 20_000_000;
const types: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', avif: 'image/avif' };

interface Node {
  type: string;
  url?: string;
  children?: Node[];
  position?: { start: { offset?: number }; end: { offset?: number } };
}
/** A picture that a text names by a path of its own folder. */
export interface NamedPicture {
  url: string;
  from: number;
  to: number;
}

const isOwnPath = (url: string): boolean => url !== '' && !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(url);

/** The pictures of a Markdown text that lie beside it, in their order. */
export const namedPictures = async (body: string): Promise<NamedPicture[]> => {
  const { unified, parse, gfm } = await libraries();
  const found: NamedPicture[] = [];
  const open: Node[] = [unified().use(parse).use(gfm).parse(body) as Node];
  for (let node = open.pop(); node; node = open.pop()) {
    const [from, to] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'image' && node.url && isOwnPath(node.url) && from !== undefined && to !== undefined) found.push({ url: node.url, from, to });
    open.push(...(node.children ?? []));
  }
  return found.sort((one, other) => one.from - other.from);
};

/** The text with each picture's path replaced. */
export const withAddresses = (body: string, pictures: NamedPicture[], addressOf: (url: string) => string): string => {
  let text = '';
  let at = 0;
  for (const { url, from, to } of pictures) {
    const image = body.slice(from, to);
    const place = image.lastIndexOf(`](`) + 2;
    text += body.slice(at, from) + image.slice(0, place) + image.slice(place).replace(url, () => addressOf(url));
    at = to;
  }
  return text + body.slice(at);
};

/** A picture on the disk that may be taken, or why it may not. Nothing outside of the folder is ever read. */
export const findPicture = async (root: string, file: string, url: string): Promise<{ place: string; mime: string } | { fault: string }> => {
  const wanted = path.resolve(root, path.dirname(file), decodeURI(url.split(/[?#]/)[0] ?? ''));
  const place = await realpath(wanted).catch(() => null);
  if (place === null) return { fault: `The picture ${url} is not there.` };
  if (!place.startsWith(root + path.sep)) return { fault: `The picture ${url} lies outside of the folder.` };
  const mime = types[path.extname(place).slice(1).toLowerCase()];
  const { size } = await lstat(place);
  const { fileTypeFromFile } = await import('file-type');
  if (!mime || (await fileTypeFromFile(place))?.mime !== mime) return { fault: `The picture ${url} is no PNG, JPEG, GIF, WebP or AVIF, whatever its name says.` };
  return size > mostBytes ? { fault: `The picture ${url} has ${size} bytes; at most ${mostBytes} are taken.` } : { place, mime };
};

interface UploadService {
  upload(input: { data: { fileInfo: { name: string; alternativeText: string } }; files: { filepath: string; originalFilename: string; mimetype: string; size: number } }): Promise<{ url: string }[]>;
}

/** Puts a picture among Strapi's uploads, once for each content, and answers its address. */
export const uploadPicture = async (strapi: Strapi, place: string, mime: string): Promise<string> => {
  const hash = createHash('sha256').update(await readFile(place)).digest('hex').slice(0, 16);
  const name = `${path.parse(place).name.slice(0, 60)}-${hash}${path.extname(place).toLowerCase()}`;
  const known = (await strapi.db.query('plugin::upload.file').findOne({ where: { name }, select: ['url'] })) as { url: string } | null;
  if (known) return known.url;
  const { size } = await lstat(place);
  const uploads = strapi.plugin('upload').service('upload') as UploadService;
  const [made] = await uploads.upload({ data: { fileInfo: { name, alternativeText: '' } }, files: { filepath: place, originalFilename: name, mimetype: mime, size } });
  if (!made) throw new Error(`The picture ${name} was not taken by the upload plugin.`);
  return made.url;
};
