import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { FieldError } from '../../../contracts/platform';
import { changeCategory, createCategory } from '../desk/client';
import { refusalOf, sayFieldError, sayRefusal } from '../desk/refusal';
import { categoriesPath } from '../places';
import { useWords } from '../use-words';
import { changeOfDraft } from './category-draft';
import type { CategoryDraft, FieldDraft } from './category-draft';

/** Says what is wrong at a path of the form (or below it), if anything is. */
export type ErrorAt = (path: string) => string | undefined;

/** The form of one category while it is filled in. */
export interface CategoryFormState {
  draft: CategoryDraft;
  saving: boolean;
  problem: string | null;
  errorAt: ErrorAt;
  change(change: Partial<CategoryDraft>): void;
  /** For added, moved and removed fields: the server's errors count places that are others then. */
  rearrange(fields: FieldDraft[]): void;
  save(): Promise<void>;
}

/** Keeps the form; after saving it goes back to the list, after a refusal everything stays. */
export const useCategoryForm = (slug: string | null, initial: CategoryDraft): CategoryFormState => {
  const say = useWords();
  const navigate = useNavigate();
  const { toggleNotification } = useNotification();
  const [draft, setDraft] = useState(initial);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [errors, setErrors] = useState<FieldError[]>([]);

  const change = (part: Partial<CategoryDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const rearrange = (fields: FieldDraft[]): void => {
    setErrors([]);
    change({ fields });
  };
  const errorAt: ErrorAt = (path) => {
    const error = errors.find((each) => each.path === path || each.path.startsWith(`${path}.`));
    return error && sayFieldError(error, say);
  };
  const save = async (): Promise<void> => {
    if (saving) return;
    setSaving(true);
    setProblem(null);
    setErrors([]);
    try {
      await (slug === null ? createCategory(changeOfDraft(draft)) : changeCategory(slug, changeOfDraft(draft)));
      toggleNotification({ type: 'success', message: say('category.saved', { name: draft.name }) });
      navigate(categoriesPath);
    } catch (error) {
      setErrors(refusalOf(error).fields);
      setProblem(sayRefusal(error, say));
      setSaving(false);
    }
  };
  return { draft, saving, problem, errorAt, change, rearrange, save };
};
