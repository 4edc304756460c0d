/** Counts down under a text area; the static sentence with the limit is what stays without script. */
class CharacterCount extends HTMLElement {
  connectedCallback(): void {
    const area = this.querySelector('textarea');
    const visible = this.querySelector<HTMLElement>('[data-count]');
    const spoken = this.querySelector<HTMLElement>('[data-count-spoken]');
    const limit = Number(this.dataset['limit']);
    if (!area || !visible || !spoken || !limit) return;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const update = (): void => {
      const left = limit - area.value.length;
      const much = Math.abs(left);
      const template = this.dataset[`${left < 0 ? 'over' : 'left'}${much === 1 ? 'One' : 'Many'}`] ?? '';
      visible.textContent = template.replace('{count}', much.toLocaleString(document.documentElement.lang || undefined));
      // Far from the limit a number that changes with every key only disturbs.
      visible.hidden = left > limit * 0.25;
      visible.classList.toggle('over', left < 0);
      clearTimeout(pause);
      if (visible.hidden) spoken.textContent = '';
      else pause = setTimeout(() => (spoken.textContent = visible.textContent), 1000);
    };
    area.addEventListener('input', update);
    addEventListener('pageshow', update);
    visible.setAttribute('aria-hidden', 'true');
    update();
  }
}
customElements.define('character-count', CharacterCount);
