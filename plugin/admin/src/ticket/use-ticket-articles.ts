import { useCallback, useState } from 'react';
import type { DeskArticles } from '../../../contracts/knowledge-desk';
import { sayRefusal } from '../desk/refusal';
import { useLoaded } from '../desk/use-loaded';
import type { Loaded } from '../desk/use-loaded';
import { linkArticle, readTicketArticles, unlinkArticle } from '../knowledge/client';
import { useWords } from '../use-words';

/** The articles beside a ticket, and what an agent says of them. */
export interface ArticlesOfTicket {
  loaded: Loaded<DeskArticles>;
  /** The slug of the one that is being changed. */
  busy: string | null;
  problem: string | null;
  link(slug: string): Promise<void>;
  unlink(slug: string): Promise<void>;
}

/** Reads again when the ticket `changed`: a reply may have linked one, a solved ticket marks them. */
export const useTicketArticles = (reference: string, changed: string): ArticlesOfTicket => {
  const say = useWords();
  // The time of the change is no part of the question, only a reason to ask again.
  const loaded = useLoaded(useCallback((signal: AbortSignal) => readTicketArticles(reference, signal), [reference, changed]));
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const attempt = async (slug: string, work: () => Promise<DeskArticles>): Promise<void> => {
    setBusy(slug);
    setProblem(null);
    try {
      loaded.replace(await work());
    } catch (error) {
      setProblem(sayRefusal(error, say));
    } finally {
      setBusy(null);
    }
  };
  return { loaded, busy, problem, link: (slug) => attempt(slug, () => linkArticle(reference, slug)), unlink: (slug) => attempt(slug, () => unlinkArticle(reference, slug)) };
};
