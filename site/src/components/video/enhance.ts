/** Puts the other site's player into the page once somebody asks for it; without script there is the link. */
class VideoEmbed extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false;
    this.querySelector('button')?.addEventListener('click', () => this.play());
  }

  private play(): void {
    const { src = '', title = '' } = this.dataset;
    const frame = document.createElement('iframe');
    Object.assign(frame, { title, allowFullscreen: true, allow: 'fullscreen; picture-in-picture; encrypted-media' });
    // Players refuse to play for pages that say nothing of themselves; they learn our address, not the page.
    frame.referrerPolicy = 'strict-origin-when-cross-origin';
    frame.className = 'video-frame';
    frame.src = src;
    this.replaceChildren(frame);
    frame.focus();
  }
}
customElements.define('video-embed', VideoEmbed);
