interface Told {
  sentence?: { text: string; citations: number[]; language: string };
  sources?: { n: number; title: string; heading: string; href: string; language: string }[];
  done?: 'answered' | 'unknown';
  failed?: string;
}

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, text = '', language?: string): HTMLElementTagNameMap[Name] => {
  const element = Object.assign(document.createElement(name), { textContent: text });
  if (language && language !== document.documentElement.lang) Object.assign(element, { lang: language, dir: 'auto' });
  return element;
};

/** Lines as they come, the last one also without its end. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const [reader, decoder] = [body.getReader(), new TextDecoder()];
  let kept = '';
  for (;;) {
    const { done, value } = await reader.read();
    const lines = (kept + decoder.decode(value, { stream: !done })).split('\n');
    kept = lines.pop() ?? '';
    yield* lines;
    if (done) return;
  }
}

/** Shows an answer while it is written, in one polite live region. The focus stays on the button, which stays where it is. */
class WrittenAnswer extends HTMLElement {
  private paragraph: HTMLParagraphElement | undefined;

  connectedCallback(): void {
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      const button = this.querySelector('button');
      if (button?.ariaDisabled !== 'true') void this.ask(event.target as HTMLFormElement, button);
    });
  }

  private get place(): HTMLElement | null {
    return this.querySelector('[aria-live]');
  }

  private async ask(form: HTMLFormElement, button: HTMLButtonElement | null): Promise<void> {
    button?.setAttribute('aria-disabled', 'true');
    this.paragraph = undefined;
    this.place?.replaceChildren(make('p', this.dataset['writing']));
    let isDone = false;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams([...new FormData(form)] as [string, string][]), headers: { accept: 'application/x-ndjson' } });
      for await (const line of linesOf(answer.body ?? new ReadableStream())) isDone = this.show(JSON.parse(line) as Told);
    } catch {
      // Offline, or cut off: told below.
    }
    if (!isDone) this.fail('failed');
    // What was answered is not asked again; what failed may be.
    if (this.paragraph && isDone) this.dataset['done'] = '';
    else button?.removeAttribute('aria-disabled');
  }

  /** Shows one line; true for the last one. */
  private show({ sentence, sources, done, failed }: Told): boolean {
    if (sentence) this.add(sentence);
    if (sources?.length) this.list(sources);
    if (done === 'unknown') this.place?.replaceChildren(make('p', this.dataset['unknown']));
    if (failed) this.fail(failed === 'too_many_requests' ? 'spent' : 'failed');
    return Boolean(done ?? failed);
  }

  private add({ text, citations, language }: NonNullable<Told['sentence']>): void {
    const paragraph = (this.paragraph ??= this.begin(language));
    const marks = citations.map((n) => {
      const mark = make('sup');
      mark.append(Object.assign(make('a', String(n)), { href: `#answer-source-${n}`, ariaLabel: (this.dataset['source'] ?? '').replace('{n}', String(n)) }));
      return mark;
    });
    // One element a sentence: what is added is what is read aloud.
    const whole = make('span', text);
    whole.append(...marks, ' ');
    paragraph.append(whole);
  }

  private begin(language: string): HTMLParagraphElement {
    const paragraph = make('p', '', language);
    this.place?.replaceChildren(paragraph);
    return paragraph;
  }

  private list(sources: NonNullable<Told['sources']>): void {
    const list = Object.assign(make('ol'), { ariaLabel: this.dataset['sources'] ?? '' });
    for (const { n, title, heading, href, language } of sources) {
      const item = Object.assign(make('li', '', language), { id: `answer-source-${n}` });
      item.append(Object.assign(make('a', title), { href }), heading && ` · ${heading}`);
      list.append(item);
    }
    this.place?.append(list);
  }

  private fail(why: 'spent' | 'failed'): void {
    const problem = make('p', this.dataset[why]);
    // What was shown before was checked, and stays.
    if (this.paragraph) this.place?.append(problem);
    else this.place?.replaceChildren(problem);
  }
}
customElements.define('written-answer', WrittenAnswer);
