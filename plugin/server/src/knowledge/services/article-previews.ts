import type { ArticlePreview } from '../../../../contracts/knowledge';
import type { NewPreview, PreviewRequest } from '../../../../contracts/knowledge-desk';
import { knowledgeActions } from '../../../../contracts/knowledge-desk';
import { after, minutes, now } from '../../platform/clock';
import { notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { portalAddress } from '../../platform/public-address';
import type { Strapi } from '../../platform/domain';
import { openPreview, previewKey, sealPreview } from '../preview-token';
import type { PreviewClaims } from '../preview-token';
import { readVersion } from '../shelf-rows';
import { mayRead } from '../visibility';
import { articleReading } from './article-reading';
import { articleShelf } from './article-shelf';
import { articleTexts } from './article-texts';

const uid = 'plugin::portal.article';
const lifetime = minutes(15);

/** What an admin user may do, as Strapi made it of his roles. */
export interface Ability {
  can(action: string): boolean;
}
interface AdminUser {
  isActive: boolean;
  blocked: boolean | null;
}
type Version = Pick<PreviewRequest, 'document' | 'language' | 'status'>;
interface VersionRow {
  id: number;
}

/** Versions of articles as a reader would get them, for those who may read them in the content manager. */
export const articlePreviews = ({ strapi }: { strapi: Strapi }) => {
  const key = (): Buffer => previewKey(strapi.config.get<string>('admin.auth.secret'));

  // With its makers, because roles may be bound to "only what he made himself".
  const rowOf = ({ document, language, status }: Version): Promise<VersionRow | null> =>
    strapi.db.query(uid).findOne({ where: { documentId: document, locale: language, publishedAt: status === 'draft' ? null : { $notNull: true } }, populate: { createdBy: { populate: ['roles'] } } }) as Promise<VersionRow | null>;

  /** Our own right, and the content manager's to read this very row. */
  const mayPreview = (ability: Ability, row: VersionRow): boolean => {
    const checker = strapi.plugin('content-manager').service('permission-checker').create({ userAbility: ability, model: uid }) as { can: { read(row: object): boolean } };
    return ability.can(knowledgeActions.preview) && checker.can.read(row);
  };

  /** Looked at anew for each view: a right that was taken away ends all previews at once. */
  const abilityOf = async (user: number): Promise<Ability | null> => {
    const found = (await strapi.db.query('admin::user').findOne({ where: { id: user }, populate: ['roles'] })) as AdminUser | null;
    if (!found?.isActive || found.blocked) return null;
    return (await strapi.service('admin::permission').engine.generateUserAbility(found)) as Ability;
  };

  const present = async ({ status, audience, language: locale }: PreviewClaims, { id }: VersionRow): Promise<ArticlePreview> => {
    const shelf = await getService(strapi, 'article-shelf', articleShelf).get();
    const version = await readVersion(strapi, id);
    const text = await getService(strapi, 'article-texts', articleTexts).unkept(id);
    if (!version || !text) throw notFound();
    const article = shelf.besideOriginal(version);
    const read = getService(strapi, 'article-reading', articleReading).as({ shelf, article, locale }, text, audience);
    return { article: { ...read, feedback: null }, status, audience, isReadable: mayRead(article, audience, now().getTime()) };
  };

  return {
    /** An address for one version, for fifteen minutes. 404 for a version that is not there or not his to read. */
    async make(wanted: PreviewRequest, user: number, ability: Ability): Promise<NewPreview> {
      const row = await rowOf(wanted);
      if (!row || !mayPreview(ability, row)) throw notFound();
      const until = after(now(), lifetime);
      const token = sealPreview({ ...wanted, user, until: until.getTime() }, key());
      return { url: portalAddress(strapi, `/preview/${token}`), until: until.toISOString() };
    },

    /** What a token stands for. 404 for a forged, expired or foreign one, and when its maker lost his rights. Counts nothing. */
    async open(token: string): Promise<ArticlePreview> {
      const claims = openPreview(token, key(), now());
      const ability = claims && (await abilityOf(claims.user));
      const row = claims && ability && (await rowOf(claims));
      if (!claims || !row || !mayPreview(ability as Ability, row)) throw notFound();
      return present(claims, row);
    },
  };
};
