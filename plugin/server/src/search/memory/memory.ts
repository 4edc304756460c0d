import type { Parameters } from '../ranking/parameters';
import { analyserOf } from '../text/analyser';
import { baseLanguage } from '../text/languages';
import { preparedWords } from '../text/synonyms';
import type { SearchDocument, SearchExample, SearchWords } from '../types';
import { prepareDocument, prepareExample } from './prepare';
import { Shard } from './shard';
import { viewOf } from './view';
import type { View } from './view';

type Pause = () => Promise<void>;
type Forget = 'removeDocument' | 'removeExample';

const mostViews = 20;

/** All that a process knows: a shard for each language, with the views that were asked for lately. */
export class Memory {
  readonly shards = new Map<string, Shard>();
  private readonly views = new Map<string, View>();
  /** In which language each document and example is held. */
  private readonly languageOf = { removeDocument: new Map<string, string>(), removeExample: new Map<string, string>() };

  /** Takes a document in, or its newer version; reading it pauses, taking it in does not. */
  async putDocument(document: SearchDocument, pause: Pause): Promise<void> {
    const shard = await this.shardOf(document.language);
    const prepared = await prepareDocument(shard.analyser, document, pause);
    this.forgetElsewhere('removeDocument', document.key, document.language);
    shard.putDocument(prepared);
  }

  async putExample(example: SearchExample, pause: Pause): Promise<void> {
    const shard = await this.shardOf(example.language);
    const prepared = prepareExample(shard.analyser, example);
    await pause();
    this.forgetElsewhere('removeExample', example.key, example.language);
    shard.putExample(prepared);
  }

  removeDocument(key: string): void {
    this.forget('removeDocument', key);
  }

  removeExample(key: string): void {
    this.forget('removeExample', key);
  }

  async setWords(language: string, { synonyms, stopWords }: SearchWords): Promise<void> {
    const shard = await this.shardOf(language);
    Object.assign(shard, preparedWords(shard.analyser, { synonyms, stopWords }));
  }

  /** What is held in a language, or in that which it is a variant of (`en` for `en-GB`). */
  shardFor(language: string): Shard | undefined {
    return this.shards.get(language) ?? this.shards.get(baseLanguage(language));
  }

  /** The shard as `audience` sees it, made anew after a change. */
  viewOf(shard: Shard, audience: string | null, parameters: Parameters): View {
    const name = JSON.stringify([shard.language, audience]);
    const known = this.views.get(name);
    this.views.delete(name);
    const view = known?.version === shard.version && known.parameters === parameters ? known : viewOf(shard, audience, parameters);
    this.views.set(name, view);
    const oldest = this.views.size > mostViews ? this.views.keys().next().value : undefined;
    if (oldest !== undefined) this.views.delete(oldest);
    return view;
  }

  get worn(): boolean {
    return [...this.shards.values()].some((shard) => shard.worn);
  }

  get counts(): { documents: number; passages: number; examples: number } {
    const sum = { documents: 0, passages: 0, examples: 0 };
    for (const { counts } of this.shards.values()) {
      sum.documents += counts.documents;
      sum.passages += counts.passages;
      sum.examples += counts.examples;
    }
    return sum;
  }

  private async shardOf(language: string): Promise<Shard> {
    const analyser = await analyserOf(language);
    const shard = this.shards.get(language) ?? new Shard(language, analyser);
    this.shards.set(language, shard);
    return shard;
  }

  private forget(what: Forget, key: string): void {
    this.shards.get(this.languageOf[what].get(key) ?? '')?.[what](key);
    this.languageOf[what].delete(key);
  }

  private forgetElsewhere(what: Forget, key: string, language: string): void {
    if (this.languageOf[what].get(key) !== language) this.forget(what, key);
    this.languageOf[what].set(key, language);
  }
}
