import type { Shard } from '../memory/shard';
import type { View } from '../memory/view';
import type { Near } from '../vectors/worker/protocol';
import { fading } from './fading';
import type { Parameters } from './parameters';

/** A document that is near to the question by its vectors. */
export interface NearDocument {
  document: number;
  passage: number;
  likeness: number;
}

/** What is near, as documents of this moment: what changed since it was looked for, or may not be found any more, is gone. */
export const nearDocuments = (shard: Shard, view: View, near: Near[], kind: string | undefined): NearDocument[] =>
  near.flatMap(({ key, passage, likeness }) => {
    const document = shard.documentNumber(key);
    const held = document === undefined ? undefined : shard.documents[document];
    if (document === undefined || !held || view.visible[document] !== 1 || (kind !== undefined && held.kind !== kind)) return [];
    return passage < held.passages.length ? [{ document, passage, likeness }] : [];
  });

/** The voice of the vectors: by document its share, which fades down the list, and the nearest passage. */
export interface VectorVoice {
  share: (document: number) => number;
  passage: (document: number) => number | null;
  /** Documents without any of the asked words that are so near that they are found all the same. */
  added: number[];
  /** Likeness of the nearest; 0 where there is none. */
  likeness: number;
}

/** Gives the nearest documents their share. `isCandidate` says which ones words have found. */
export const vectorVoice = (near: NearDocument[], isCandidate: (document: number) => boolean, { vectorShare, placeFade, leastLikeness }: Parameters): VectorVoice => {
  const places = new Map(near.map(({ document }, place) => [document, place]));
  const share = (document: number): number => {
    const place = places.get(document);
    return place === undefined ? 0 : vectorShare * fading(place, placeFade);
  };
  return {
    share,
    passage: (document) => near[places.get(document) ?? -1]?.passage ?? null,
    added: near.filter(({ document, likeness }) => likeness >= leastLikeness && !isCandidate(document)).map(({ document }) => document),
    likeness: near[0]?.likeness ?? 0,
  };
};
