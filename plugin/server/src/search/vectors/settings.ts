import type { VectorSettings } from '../../../../contracts/search-vectors';
import type { Strapi } from '../../platform/domain';
import { standard } from '../ranking/parameters';
import type { Parameters } from '../ranking/parameters';

/** What an administrator asked for (search.vectors); the start has checked it. */
export const settingsOf = (strapi: Strapi): VectorSettings => strapi.config.get('plugin::portal.search.vectors') as VectorSettings;

/**
 * From which likeness on vectors may speak alone, where the administrator says nothing. The small model knows
 * English only and is the weaker voice: it never does. Others differ: decision 013 says how to find the figure.
 */
const leastLikeness = { off: 2, energetic: 2, openai: 0.5, onnx: 0.5 };
/** Share of the voice, where the administrator says nothing: as much as does not cost what solved requests taught (decision 013). */
const weight = { off: 0, energetic: 0.1, openai: 0.3, onnx: 0.3 };

/** The figures of the ranking with these vectors; the standard ones where they are off. */
export const parametersOf = (settings: VectorSettings): Parameters => {
  const { provider } = settings;
  if (provider === 'off') return standard;
  return { ...standard, vectorShare: settings.weight ?? weight[provider], leastLikeness: settings.leastLikeness ?? leastLikeness[provider] };
};
