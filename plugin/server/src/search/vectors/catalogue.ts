import type { Memory } from '../memory/memory';
import type { HeldDocument, Shard } from '../memory/shard';
import type { View } from '../memory/view';
import { passageHashes, textOf } from './passages';
import type { Thread } from './thread';

interface Entry {
  number: number;
  hashes: string[];
}
interface Wanted {
  document: HeldDocument;
  passage: number;
  /** In how many passages this text stands. */
  places: number;
}
interface Allowed {
  version: number;
  bitmap: Uint8Array<ArrayBuffer>;
}

/**
 * Which documents and vectors the thread holds, brought up to what the memory holds by comparing the two:
 * that heals whatever was missed, and a thread that began anew is simply one that holds nothing.
 */
export class Catalogue {
  /** Texts whose vectors the thread has. */
  readonly held = new Set<string>();
  readonly wanted = new Map<string, Wanted>();
  private readonly entries = new Map<HeldDocument, Entry>();
  private readonly free: number[] = [];
  private readonly allowedOf = new WeakMap<View, Map<string | undefined, Allowed>>();
  private version = 0;
  private seen = '';

  constructor(private readonly thread: Pick<Thread, 'call'>) {}

  /** Forgets what the thread held, because it holds nothing any more. */
  begin(): void {
    this.held.clear();
    this.wanted.clear();
    this.entries.clear();
    this.free.length = 0;
    this.version += 1;
    this.seen = '';
  }

  /** Tells the thread of documents that came and went. */
  async sync(memory: Memory, pause: () => Promise<void>): Promise<void> {
    const state = [...memory.shards.values()].map(({ language, version }) => `${language} ${version}`).join();
    if (state === this.seen) return;
    const alive = new Set<HeldDocument>();
    for (const shard of memory.shards.values()) {
      for (const document of shard.documents) if (document.alive) alive.add(document);
    }
    for (const document of this.entries.keys()) if (!alive.has(document)) this.drop(document);
    for (const document of alive) {
      if (!this.entries.has(document)) this.put(document);
      await pause();
    }
    this.forgetUnwanted();
    this.seen = state;
  }

  /** Names of texts that have no vector in the thread. */
  missing(): string[] {
    return [...this.wanted.keys()].filter((hash) => !this.held.has(hash));
  }

  /** By the thread's numbers, which documents a view shows; made anew after a change. */
  allowed(shard: Shard, view: View, kind: string | undefined): Uint8Array<ArrayBuffer> {
    const kinds = this.allowedOf.get(view) ?? new Map<string | undefined, Allowed>();
    this.allowedOf.set(view, kinds);
    const known = kinds.get(kind);
    if (known?.version === this.version) return known.bitmap;
    const bitmap = new Uint8Array(this.entries.size + this.free.length);
    for (const [at, document] of shard.documents.entries()) {
      const number = view.visible[at] === 1 && (kind === undefined || document.kind === kind) ? this.entries.get(document)?.number : undefined;
      if (number !== undefined) bitmap[number] = 1;
    }
    kinds.set(kind, { version: this.version, bitmap });
    return bitmap;
  }

  private put(document: HeldDocument): void {
    const hashes = passageHashes(document);
    const entry = { number: this.free.pop() ?? this.entries.size, hashes };
    this.entries.set(document, entry);
    for (const [passage, hash] of hashes.entries()) {
      if (textOf(document, passage).trim() === '') continue;
      const known = this.wanted.get(hash);
      this.wanted.set(hash, { document, passage, places: (known?.places ?? 0) + 1 });
    }
    this.version += 1;
    this.send('put', { number: entry.number, key: document.key, hashes });
  }

  private drop(document: HeldDocument): void {
    const entry = this.entries.get(document);
    if (!entry) return;
    this.entries.delete(document);
    this.free.push(entry.number);
    for (const hash of entry.hashes) {
      const wanted = this.wanted.get(hash);
      if (wanted && (wanted.places -= 1) === 0) this.wanted.delete(hash);
    }
    this.version += 1;
    this.send('drop', { number: entry.number });
  }

  private forgetUnwanted(): void {
    const hashes = [...this.held].filter((hash) => !this.wanted.has(hash));
    for (const hash of hashes) this.held.delete(hash);
    if (hashes.length > 0) this.send('forget', { hashes });
  }

  /** Calls are carried out in their order, so nobody need wait for these; a thread that ends is begun anew. */
  private send(...[name, value]: Parameters<Thread['call']>): void {
    this.thread.call(name, value).catch(() => undefined);
  }
}
