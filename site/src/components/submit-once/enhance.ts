/** Lets the form inside be sent once: a second press before the answer arrives does nothing. */
class SubmitOnce extends HTMLElement {
  connectedCallback(): void {
    let sent = false;
    const mark = (busy: boolean): void => {
      sent = busy;
      // Not `disabled`: the pressed button's own name and value must still be sent, and focus must stay.
      for (const button of this.querySelectorAll('button:not([type=button])')) {
        if (busy) button.setAttribute('aria-disabled', 'true');
        else button.removeAttribute('aria-disabled');
      }
    };
    this.addEventListener('submit', (event) => {
      if (sent) event.preventDefault();
      else if (!event.defaultPrevented) mark(true);
    });
    addEventListener('pageshow', () => mark(false));
  }
}
customElements.define('submit-once', SubmitOnce);
