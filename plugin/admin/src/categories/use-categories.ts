import { useCallback, useRef, useState } from 'react';
import type { DeskCategory } from '../../../contracts/desk';
import { childrenOf } from '../desk/category-tree';
import { changeCategory, listCategories, removeCategory } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { useWords } from '../use-words';
import { changeOf } from './category-draft';
import { moved } from './field-list';

/** The list of categories and what can be done in it. */
export interface Categories {
  loaded: Loaded<DeskCategory[]>;
  /** What a change just did, for screen readers. */
  announcement: string;
  problem: string | null;
  move(category: DeskCategory, by: -1 | 1): Promise<void>;
  remove(category: DeskCategory): Promise<void>;
}

/** The siblings whose position is another after the move. Positions start as anything and end as 0, 1, 2 … */
const renumbered = (all: DeskCategory[], category: DeskCategory, by: -1 | 1): DeskCategory[] => {
  const siblings = childrenOf(all, category.parent);
  const index = siblings.findIndex((each) => each.slug === category.slug);
  const next = moved(siblings, index, by);
  if (next === siblings) return [];
  return next.map((each, position) => ({ ...each, position })).filter((each) => siblings.find(({ slug }) => slug === each.slug)?.position !== each.position);
};

/** Reads the categories; a move shows at once and is saved behind. */
export const useCategories = (): Categories => {
  const say = useWords();
  const loaded = useLoaded(useCallback((signal: AbortSignal) => listCategories(signal), []));
  const [problem, setProblem] = useState<string | null>(null);
  const [announcement, setAnnouncement] = useState('');
  // Moves are saved one after another, so that a fast second one cannot be overtaken by the first.
  const saving = useRef(Promise.resolve());

  const attempt = (work: () => Promise<void>): Promise<void> => {
    setProblem(null);
    saving.current = saving.current.then(work).catch((error: unknown) => {
      setProblem(sayRefusal(error, say));
      loaded.reload();
    });
    return saving.current;
  };

  const move = async (category: DeskCategory, by: -1 | 1): Promise<void> => {
    const all = loaded.value ?? [];
    const changed = renumbered(all, category, by);
    if (changed.length === 0) return;
    const next = all.map((each) => changed.find(({ slug }) => slug === each.slug) ?? each);
    const siblings = childrenOf(next, category.parent);
    loaded.replace(next);
    setAnnouncement(say('categories.moved', { name: category.name, position: siblings.findIndex(({ slug }) => slug === category.slug) + 1, count: siblings.length }));
    await attempt(async () => {
      for (const each of changed) await changeCategory(each.slug, changeOf(each));
    });
  };

  const remove = (category: DeskCategory): Promise<void> =>
    attempt(async () => {
      await removeCategory(category.slug);
      setAnnouncement(say('categories.removed', { name: category.name }));
      loaded.reload();
    });

  return { loaded, announcement, problem, move, remove };
};
