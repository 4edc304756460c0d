import type { SearchHit, Suggestion, SuggestionOutcome } from '@contracts/knowledge';
import { SettledWords } from '@features/knowledge/settled-words';
import { ask } from './api';
import { piece, put } from './parts';

const most = 3;
/** Characters of a passage that are worth the little room. */
const longest = 140;

interface Around {
  /** Address of articles. */
  below: string;
  words: { newTab: string; solved: string };
  /** Somebody says that an article answered him. */
  solved(): void;
}

/** Articles that may spare a chat: asked for while its first message is written and before it is sent, and what came of them. */
export class Articles {
  private readonly settled = new SettledWords((words) => void this.offerWhile(words));
  private offers: Suggestion[] = [];
  private asked = '';

  constructor(
    private readonly root: HTMLElement,
    private readonly around: Around,
  ) {}

  /** Watches the field of the first message. */
  watch(field: HTMLTextAreaElement | null): void {
    field?.addEventListener('input', () => this.settled.changed(() => field.value));
  }

  /** Articles for a message that is about to be sent; false where there is none, or he has seen some while he wrote. The same question is not answered by them twice. */
  async offer(question: string): Promise<boolean> {
    if (this.asked === question || this.offers.length > 0) return false;
    this.asked = question;
    const offer = await this.look(question);
    if (offer) this.list(piece(this.root, 'hits'), offer);
    return offer !== null;
  }

  /** He chats all the same. */
  async chatted(): Promise<void> {
    const told = this.offers;
    this.forget();
    await Promise.all(told.map(({ id }) => this.conclude(id, { outcome: 'chatted' })));
  }

  private async look(question: string): Promise<Suggestion | null> {
    const answer = await ask<Suggestion>('POST', '/knowledge/suggestions', { subject: question.slice(0, 200), body: question.slice(0, 4000) });
    if (!answer.ok || answer.data.hits.length === 0) return null;
    this.offers.push(answer.data);
    return answer.data;
  }

  private async offerWhile(words: string): Promise<void> {
    const place = piece(this.root, 'while');
    const offer = await this.look(words);
    // Somebody may be about to open one of these.
    if (!place || !offer || place.contains(document.activeElement)) return;
    this.list(piece(place, 'live'), offer);
    place.hidden = false;
    put(piece(place, 'found'), place.querySelector('h2')?.textContent ?? '');
  }

  private list(list: Element | null, { id, hits }: Suggestion): void {
    list?.replaceChildren(...hits.slice(0, most).map((hit) => this.item(id, hit)));
  }

  /** A link leaves the chat where it is. */
  private item(suggestion: string, { article, anchor, passage }: SearchHit): HTMLElement {
    const { below, words } = this.around;
    const link = Object.assign(document.createElement('a'), { href: `${below}/${encodeURIComponent(article.slug)}${anchor ? `#${encodeURIComponent(anchor)}` : ''}`, target: '_blank', rel: 'noopener', lang: article.language, dir: 'auto', textContent: article.title });
    link.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: ` ${words.newTab}` }));
    link.addEventListener('click', () => void ask('POST', '/knowledge/openings', { article: article.slug, source: suggestion }));
    const text = Object.assign(document.createElement('p'), { className: 'small muted', lang: article.language, dir: 'auto', textContent: passage.length > longest ? `${passage.slice(0, longest).trimEnd()} …` : passage });
    const solved = Object.assign(document.createElement('button'), { type: 'button', className: 'button quiet', textContent: words.solved });
    solved.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: `: ${article.title}` }));
    solved.addEventListener('click', () => void this.solve(suggestion, article.slug));
    const item = Object.assign(document.createElement('li'), { className: 'search-hit' });
    item.append(link, text, solved);
    return item;
  }

  private async solve(suggestion: string, article: string): Promise<void> {
    await this.conclude(suggestion, { outcome: 'solved', article });
    this.forget();
    this.around.solved();
  }

  private forget(): void {
    [this.offers, this.asked] = [[], ''];
    piece(this.root, 'while')?.toggleAttribute('hidden', true);
  }

  private async conclude(suggestion: string, outcome: SuggestionOutcome): Promise<void> {
    await ask('PUT', `/knowledge/suggestions/${suggestion}/outcome`, outcome);
  }
}
