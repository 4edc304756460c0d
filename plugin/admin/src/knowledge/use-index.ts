import { useEffect, useState } from 'react';
import type { IndexState } from '../../../contracts/knowledge-desk';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { useWords } from '../use-words';
import { readIndex, rebuildIndex } from './client';

const pollEveryMs = 700;

/** True while the index is being rebuilt. */
export const isRebuilding = (state: IndexState | undefined): boolean => Boolean(state?.rebuild && state.rebuild.finishedAt === null && state.rebuild.failure === null);

/** The search index, followed while it is rebuilt. */
export const useIndex = (): { index: Loaded<IndexState>; problem: string | null; rebuild(): Promise<void> } => {
  const say = useWords();
  const index = useLoaded(readIndex);
  const [problem, setProblem] = useState<string | null>(null);
  const { value, reload } = index;
  useEffect(() => {
    if (!isRebuilding(value)) return;
    const timer = setTimeout(reload, pollEveryMs);
    return () => clearTimeout(timer);
  }, [value, reload]);
  const rebuild = async (): Promise<void> => {
    setProblem(null);
    try {
      index.replace(await rebuildIndex());
    } catch (error) {
      setProblem(sayRefusal(error, say));
    }
  };
  return { index, problem, rebuild };
};
