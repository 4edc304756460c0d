import { useState } from 'react';
import type { SegmentList, SegmentSummary } from '../../../contracts/settings';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { useWords } from '../use-words';
import { listSegments, orderSegments, removeSegment } from './client';

/** The list of segments and what can be done in it. */
export interface Segments {
  loaded: Loaded<SegmentList>;
  announcement: string;
  problem: string | null;
  setProblem(problem: string | null): void;
  move(segment: SegmentSummary, by: -1 | 1): Promise<void>;
  remove(segment: SegmentSummary): Promise<void>;
}

/** Reads the segments; a refused change is said above the list. */
export const useSegments = (): Segments => {
  const say = useWords();
  const loaded = useLoaded(listSegments);
  const [announcement, setAnnouncement] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    await work().catch((error: unknown) => setProblem(sayRefusal(error, say)));
  };

  const move: Segments['move'] = (segment, by) =>
    attempt(async () => {
      const names = (loaded.value?.segments ?? []).map(({ name }) => name);
      const index = names.indexOf(segment.name);
      names.splice(index + by, 0, ...names.splice(index, 1));
      loaded.replace(await orderSegments(names));
      setAnnouncement(say('categories.moved', { name: segment.title, position: index + by + 1, count: names.length }));
    });
  const remove: Segments['remove'] = (segment) =>
    attempt(async () => {
      const { members } = await removeSegment(segment.name);
      setAnnouncement(say('segments.removed', { name: segment.title, count: members }));
      loaded.reload();
    });
  return { loaded, announcement, problem, setProblem, move, remove };
};
