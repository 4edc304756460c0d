import type { Dimension, NamedPart } from '../../../../contracts/analytics';
import { getService } from '../../platform/get-service';
import type { Strapi } from '../../platform/domain';
import { policyMemory } from '../../segments/services/policy-memory';
import { agents } from '../../tickets/services/agents';
import { categories } from '../../tickets/services/categories';

/** What the parts of a dimension are called now; `name` is null for what is gone, and empty for none. */
export const partNames = ({ strapi }: { strapi: Strapi }) => {
  const part = (by: Dimension, value: string, name: string | null, filters: NamedPart['filters']): NamedPart => ({ by, value, name: value === '' ? '' : name, filters: value === '' && by !== 'agent' ? null : filters });

  const ofAgents = async (values: string[]): Promise<NamedPart[]> => {
    const named = await getService(strapi, 'agents', agents).named(values.filter((value) => /^\d{1,9}$/.test(value)).map(Number));
    return values.map((value) => part('agent', value, named.get(Number(value))?.name ?? null, { assignee: value === '' ? 'nobody' : value }));
  };
  const ofCategories = async (values: string[]): Promise<NamedPart[]> => {
    const known = await getService(strapi, 'categories', categories).byIds();
    return values.map((value) => {
      const kind = known.get(Number(value));
      return part('category', value, kind?.name ?? null, kind ? { category: kind.slug } : null);
    });
  };
  const ofSegments = (values: string[]): NamedPart[] => {
    const known = getService(strapi, 'policy-memory', policyMemory).held().segments;
    return values.map((value) => part('segment', value, known.get(value)?.title ?? null, { segment: value }));
  };

  return {
    async of(by: Dimension, values: string[]): Promise<NamedPart[]> {
      if (by === 'agent') return ofAgents(values);
      if (by === 'category') return ofCategories(values);
      // The reader's own language says what a language is called.
      return by === 'segment' ? ofSegments(values) : values.map((value) => part('language', value, value, { language: value }));
    },
  };
};
