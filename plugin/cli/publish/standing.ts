/**
 * How a file of the project stands to its original. `package`: not owned; `given-back`: published once, and taken away by its owner;
 * `unchanged`, `own` (changed by its owner alone), `outdated` (by an update alone), `both`; `gone`: no original any more;
 * `added`: the owner's own, of which there never was one; `unknown`: one that stands in for ours and was not published.
 */
export type Standing = 'package' | 'given-back' | 'unchanged' | 'own' | 'outdated' | 'both' | 'gone' | 'added' | 'unknown';

/** Fingerprints of one file; null where there is none. */
export interface Sides {
  /** As the project has it. */
  own: string | null;
  /** As it was published. */
  published: string | null;
  /** As the installed version has it. */
  ours: string | null;
}

const ofOwnFile = ({ own, ours }: Sides): Standing => (ours === null ? 'added' : own === ours ? 'unchanged' : 'unknown');

/** Whose change is whose. */
export const standingOf = (sides: Sides): Standing => {
  const { own, published, ours } = sides;
  if (own === null) return published === null ? 'package' : 'given-back';
  if (published === null) return ofOwnFile(sides);
  if (ours === null) return 'gone';
  if (own === ours) return 'unchanged';
  if (own === published) return 'outdated';
  return ours === published ? 'own' : 'both';
};
