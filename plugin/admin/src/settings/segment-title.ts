import { standardSegment } from '../../../contracts/policy';
import type { SegmentTitle } from '../../../contracts/settings';
import type { Say } from '../use-words';

/** What a segment is called; those who are in none have words of their own. */
export const segmentTitle = ({ name, title }: SegmentTitle, say: Say): string => (name === standardSegment ? say('segments.nobody') : title);
