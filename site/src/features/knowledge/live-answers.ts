import { trustedHtml } from '@components/trusted-html';
import { SettledWords } from './settled-words';

const rendered = trustedHtml('portal-answers');

/** Shows answers beside a form while it is written. It never takes the focus, and the form remembers what was offered. */
class LiveAnswers extends HTMLElement {
  private readonly words = new SettledWords(() => void this.look());

  connectedCallback(): void {
    const names = (this.dataset['fields'] ?? '').split(' ');
    this.addEventListener('input', () => this.words.changed(() => names.map((name) => this.querySelector<HTMLInputElement>(`[name="${name}"]`)?.value ?? '').join(' ')));
  }

  private async look(): Promise<void> {
    const form = this.closest('form');
    if (!form) return;
    const body = new URLSearchParams([...new FormData(form)].filter((field): field is [string, string] => typeof field[1] === 'string'));
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
