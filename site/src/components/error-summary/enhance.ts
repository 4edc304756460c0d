/** Takes the focus when the page opens, and brings the label of a linked field into view, not only its input. */
class ErrorSummary extends HTMLElement {
  connectedCallback(): void {
    if (this.dataset['focus'] !== undefined) this.querySelector<HTMLElement>('[tabindex="-1"]')?.focus();
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const field = link?.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
      if (!field) return;
      event.preventDefault();
      (field.closest('.field, fieldset') ?? field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }
}
customElements.define('error-summary', ErrorSummary);
