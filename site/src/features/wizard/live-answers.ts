import { trustedHtml } from '@components/trusted-html';

// Long enough that words are not asked about while they are typed, and few enough to be no burden.
const quiet = 1200;
const leastWords = 24;
const leastChange = 16;
const mostAsked = 8;

const rendered = trustedHtml('portal-answers');

/** Shows answers beside a request while it is written. It never takes the focus, and the form remembers what was offered. */
class LiveAnswers extends HTMLElement {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = '';
  private count = 0;

  connectedCallback(): void {
    this.addEventListener('input', () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.look(), quiet);
    });
  }

  private async look(): Promise<void> {
    const form = this.closest('form');
    if (!form) return;
    const fields = new FormData(form);
    const words = ['subject', 'body'].map((name) => String(fields.get(name) ?? '')).join(' ').trim();
    if (words.length < leastWords || Math.abs(words.length - this.asked.length) < leastChange || this.count >= mostAsked) return;
    this.asked = words;
    this.count += 1;
    const body = new URLSearchParams([...fields].filter((field): field is [string, string] => typeof field[1] === 'string'));
    const answer = await fetch(this.dataset['from'] ?? '', { method: 'POST', body }).catch(() => null);
    // Offline or refused: the page after this one asks again.
    if (answer?.ok) this.show(form, answer.status === 200 ? await answer.text() : '');
  }

  private show(form: HTMLFormElement, html: string): void {
    const place = this.querySelector<HTMLElement>('[data-offers]');
    const status = this.querySelector('[role=status]');
    // Somebody may be reading or about to open one of these.
    if (!place || !status || place.contains(document.activeElement)) return;
    place.innerHTML = rendered(html);
    place.hidden = html === '';
    const { suggestion, spoken } = place.querySelector<HTMLElement>('[data-suggestion]')?.dataset ?? {};
    status.textContent = spoken ?? '';
    if (suggestion) form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'suggestions', value: suggestion }));
  }
}
customElements.define('live-answers', LiveAnswers);
