import { useCallback, useRef, useState } from 'react';
import type { DeskCategory } from '../../../contracts/desk';
import { childrenOf } from '../desk/category-tree';
import { listCategories, orderCategories, removeCategory } from '../desk/client';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { useWords } from '../use-words';
import { placed } from './field-list';

/** The list of categories and what can be done in it. */
export interface Categories {
  loaded: Loaded<DeskCategory[]>;
  /** What a change just did, for screen readers. */
  announcement: string;
  problem: string | null;
  /** To a place among its siblings, counted from 0. */
  move(category: DeskCategory, to: number): Promise<void>;
  remove(category: DeskCategory): Promise<void>;
}

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

  const move: Categories['move'] = (category, to) => {
    const all = loaded.value ?? [];
    const siblings = childrenOf(all, category.parent);
    const next = placed(siblings, siblings.findIndex(({ slug }) => slug === category.slug), to);
    // It shows at once and is saved behind.
    loaded.replace(all.map((each) => (each.parent === category.parent ? { ...each, position: next.findIndex(({ slug }) => slug === each.slug) } : each)));
    return attempt(async () => {
      await orderCategories({ parent: category.parent, slugs: next.map(({ slug }) => slug) });
      setAnnouncement(say('categories.moved', { name: category.name, position: to + 1, count: next.length }));
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
