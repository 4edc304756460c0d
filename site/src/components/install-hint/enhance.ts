/** What Chromium offers before it would ask by itself. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>;
}
const kept = 'portal-install-hint';

/** Shows the hint once the browser offers to install, and never again where it was dismissed. */
class InstallHint extends HTMLElement {
  private offer: InstallOffer | null = null;

  connectedCallback(): void {
    if (localStorage.getItem(kept) === 'dismissed') return;
    window.addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.offer = event as InstallOffer;
      this.show(true);
    });
    window.addEventListener('appinstalled', () => this.show(false));
    this.querySelector('[name="install"]')?.addEventListener('click', () => void this.offer?.prompt());
    this.querySelector('[name="dismiss"]')?.addEventListener('click', () => {
      localStorage.setItem(kept, 'dismissed');
      this.show(false);
    });
  }

  private show(shown: boolean): void {
    this.querySelector('section')?.toggleAttribute('hidden', !shown);
  }
}
customElements.define('install-hint', InstallHint);
