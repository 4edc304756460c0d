import type { OpenedModel } from './protocol';

/** A model that is loaded: one text at a time becomes a vector of any length greater than zero. */
export interface Model extends OpenedModel {
  embed(text: string): Promise<Float32Array<ArrayBuffer>>;
}

/** The vector of length 1 in the same direction, so that products compare angles; one without a direction stays, and is like nothing. */
export const unit = (vector: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> => {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum);
  if (!Number.isFinite(length)) throw new Error('the model answered something other than numbers');
  return length === 0 ? vector : vector.map((value) => value / length);
};
