/** What goes over the border of the worker thread. */

/** A question is embedded before passages that wait; models may want to be told which it is. */
export type Purpose = 'question' | 'passage';

export interface ModelSettings {
  provider: 'onnx' | 'energetic';
  /** Of `onnx`: where model.onnx and tokenizer.json lie. */
  folder: string;
  /** Where the host application is: its packages are looked for as well. */
  root: string;
}
/** Which model it is, by its content, and how long its vectors are. */
export interface OpenedModel {
  name: string;
  dimensions: number;
}

/** A passage of a document near a question. `likeness` is the cosine of the angle, at most 1. */
export interface Near {
  key: string;
  passage: number;
  likeness: number;
}
/** The nearest among `allowed[number] === 1`: what is not allowed takes nobody's place. */
export interface NearestRequest {
  vector: Float32Array<ArrayBuffer>;
  allowed: Uint8Array<ArrayBuffer>;
  count: number;
}
export interface HeldVectors {
  hashes: string[];
  /** In base64, as in the database: the worker decodes them, not the event loop. */
  encoded: string[];
}
export interface VectorDocument {
  number: number;
  key: string;
  /** Of each passage in its order the name of its text. */
  hashes: string[];
}

/** What is asked, and what is answered. */
export interface Calls {
  open: [ModelSettings, OpenedModel];
  embed: [{ texts: string[]; purpose: Purpose }, Float32Array<ArrayBuffer>[]];
  nearest: [NearestRequest, Near[]];
  /** Empties the store; vectors of other lengths are refused from then on. */
  reset: [{ dimensions: number }, null];
  hold: [HeldVectors, null];
  forget: [{ hashes: string[] }, null];
  put: [VectorDocument, null];
  drop: [{ number: number }, null];
}
export type CallName = keyof Calls;

export interface Request {
  id: number;
  name: CallName;
  value: Calls[CallName][0];
}
/** `mend` says what the administrator can do about an error. */
export type Reply = { id: number; value: Calls[CallName][1] } | { id: number; error: string; mend: string };
