import { z } from 'zod';

/** Where vectors of texts come from; `off`: there are none, the search goes by words alone. */
export const vectorProviders = ['off', 'openai', 'onnx', 'energetic'] as const;
export type VectorProvider = (typeof vectorProviders)[number];

const webAddress = z.url({ protocol: /^https?$/ });
/** The address is logged when nobody answers there, so a password has no place in it. */
const isAddress = (value: string): boolean => value === '' || (webAddress.safeParse(value).success && new URL(value).username === '');

const fields = z.strictObject({
  provider: z.enum(vectorProviders).describe('likeness in meaning beside words; [below](#vectors)'),
  baseUrl: z.string().refine(isAddress, 'must be empty or a whole address such as https://api.example.com/v1, without a name or password').describe('of `openai`: what stands before `/embeddings`, such as `https://api.example.com/v1`'),
  apiKey: z.string().describe('of `openai`: sent as a bearer token, if set'),
  model: z.string().describe('of `openai`: name of the model'),
  folder: z.string().describe('of `onnx`: folder with `model.onnx`, `tokenizer.json` and, if there is one, `tokenizer_config.json`'),
  weight: z.number().min(0).max(2).nullable().describe('share of the vectors beside the words, whose share is 1; left out: 0.3, for `energetic` 0.1'),
  timeoutMs: z.number().int().min(10).max(10_000).describe('so long a question waits for its vector, then words alone answer'),
  leastLikeness: z.number().min(0).max(1).nullable().describe('from which likeness on vectors may speak where words keep silent, and name articles without any asked word; left out: 0.5, for `energetic` never'),
  questionPrefix: z.string().max(100).describe('what the model was trained to see before a question, such as `query: `'),
  passagePrefix: z.string().max(100).describe('and before a text, such as `passage: `'),
});
export type VectorSettings = z.infer<typeof fields>;

const needed: Partial<Record<VectorProvider, [keyof VectorSettings, string][]>> = {
  openai: [
    ['baseUrl', 'must be the address that answers /embeddings, such as https://api.example.com/v1, for the provider "openai"'],
    ['model', 'must name the model, for the provider "openai"'],
  ],
  onnx: [['folder', 'must be the folder with model.onnx and tokenizer.json, for the provider "onnx"']],
};

/** The configuration `search.vectors`; what a provider cannot do without is asked for. */
export const vectorSettings = fields.superRefine((given, context) => {
  for (const [key, message] of needed[given.provider] ?? []) if (given[key] === '') context.addIssue({ code: 'custom', path: [key], message });
});

/** How the vectors of the search are. `problem` says what is wrong, why, and how to mend it. */
export interface VectorHealth {
  state: 'off' | 'starting' | 'filling' | 'ready' | 'failing';
  /** Provider, model and length of the vectors; null before the provider has answered. */
  model: string | null;
  /** Passages that have their vector in this process, of how many there are. */
  held: number;
  wanted: number;
  problem: string | null;
}
