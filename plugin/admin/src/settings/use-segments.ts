import { useState } from 'react';
import type { SegmentList, SegmentSummary } from '../../../contracts/settings';
import { placed } from '../categories/field-list';
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
  /** To a place in the list, counted from 0. */
  move(segment: SegmentSummary, to: number): Promise<void>;
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
    await work().catch((error: unknown) => {
      setProblem(sayRefusal(error, say));
      loaded.reload();
    });
  };

  const move: Segments['move'] = (segment, to) => {
    const list = loaded.value;
    if (!list) return Promise.resolve();
    const segments = placed(list.segments, list.segments.indexOf(segment), to);
    // It shows at once and is saved behind.
    loaded.replace({ ...list, segments });
    return attempt(async () => {
      loaded.replace(await orderSegments(segments.map(({ name }) => name)));
      setAnnouncement(say('categories.moved', { name: segment.title, position: to + 1, count: segments.length }));
    });
  };
  const remove: Segments['remove'] = (segment) =>
    attempt(async () => {
      const { members } = await removeSegment(segment.name);
      setAnnouncement(say('segments.removed', { name: segment.title, count: members }));
      loaded.reload();
    });
  return { loaded, announcement, problem, setProblem, move, remove };
};
