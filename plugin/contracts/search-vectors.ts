import { z } from 'zod';

/** Where vectors of texts come from; `off`: there are none, the search goes by words alone. */
export const vectorProviders = ['off', 'openai', 'onnx', 'energetic'] as const;
export type VectorProvider = (typeof vectorProviders)[number];

const webAddress = z.url({ protocol: /^https?$/ });
/** The address is logged when nobody answers there, so a password has no place in it. */
const isAddress = (value: string): boolean => value === '' || (webAddress.safeParse(value).success && new URL(value).username === '');

const fields = z.strictObject({
  provider: z.enum(vectorProviders),
  baseUrl: z.string().refine(isAddress, 'must be empty or a whole address such as https://api.example.com/v1, without a name or password'),
  apiKey: z.string(),
  model: z.string(),
  folder: z.string(),
  weight: z.number().min(0).max(2).nullable(),
  timeoutMs: z.number().int().min(10).max(10_000),
  leastLikeness: z.number().min(0).max(1).nullable(),
  questionPrefix: z.string().max(100),
  passagePrefix: z.string().max(100),
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
