import { errors } from '@strapi/utils';
import type { SegmentTitle } from '../../../../contracts/settings';
import { membership } from '../../accounts/services/membership';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';

interface Saved {
  documentId?: string;
  data?: Record<string, unknown>;
}
const uid = 'plugin::portal.article';

/** The names in a field, which a form may send as text; null where it is no list of names. */
const namesIn = (value: unknown): string[] | null => {
  if (value === null || value === undefined || value === '') return [];
  try {
    const list: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return Array.isArray(list) && list.every((name): name is string => typeof name === 'string') ? list : null;
  } catch {
    return null;
  }
};

const refuse = (message: string): never => {
  throw new errors.ValidationError(message, { errors: [{ path: ['segments'], name: 'ValidationError', message }] });
};

/** For whom an article can be: the segments that there are. */
export const articleAudience = ({ strapi }: { strapi: Strapi }) => {
  const titles = (): SegmentTitle[] => getService(strapi, 'membership', membership).titles();

  /** Names that stand in the article already: one whose segment is gone hides it from all, and must not keep the rest from being saved. */
  const stored = async (documentId: string | undefined): Promise<string[]> => {
    if (!documentId) return [];
    const found = (await strapi.db.query(uid).findMany({ where: { documentId }, select: ['segments'] })) as { segments: unknown }[];
    return found.flatMap(({ segments }) => namesIn(segments) ?? []);
  };

  return {
    /** The standard segment first. */
    titles,

    /** Refuses, at its field, a segment that is not there; of what people save only. Programs may write for segments that are yet to come. */
    async check({ documentId, data }: Saved): Promise<void> {
      if (!strapi.requestContext.get() || data?.segments === undefined) return;
      const names = namesIn(data.segments);
      if (names === null) return refuse('Choose segments from the list.');
      const known = [...titles().map(({ name }) => name), ...(names.length > 0 ? await stored(documentId) : [])];
      const unknown = names.filter((name) => !known.includes(name));
      if (unknown.length > 0) refuse(`There is no segment ${unknown.map((name) => `"${name}"`).join(', ')}. Choose one that is there, or make it in Settings → Customer Portal → Segments.`);
    },
  };
};
