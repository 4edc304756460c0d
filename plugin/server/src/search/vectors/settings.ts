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

/** The figures of the ranking with these vectors; the standard ones where they are off. */
export const parametersOf = ({ provider, weight, leastLikeness: wanted }: VectorSettings): Parameters =>
  provider === 'off' ? standard : { ...standard, vectorShare: weight, leastLikeness: wanted ?? leastLikeness[provider] };
