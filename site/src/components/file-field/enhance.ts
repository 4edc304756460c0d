/** Lists what was chosen, with sizes: a browser's own text only counts several files. */
class FileField extends HTMLElement {
  connectedCallback(): void {
    const input = this.querySelector('input');
    const list = this.querySelector('ul');
    if (!input || !list) return;
    const size = (bytes: number): string => {
      const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
      return new Intl.NumberFormat(document.documentElement.lang || undefined, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
    };
    const update = (): void => {
      list.replaceChildren(
        ...Array.from(input.files ?? [], (file) => {
          const item = document.createElement('li');
          const name = Object.assign(document.createElement('span'), { dir: 'auto', textContent: file.name });
          item.append(name, ` ${size(file.size)}`);
          return item;
        }),
      );
    };
    input.addEventListener('change', update);
    addEventListener('pageshow', update);
    for (const type of ['dragenter', 'dragleave', 'drop']) {
      input.addEventListener(type, () => input.classList.toggle('over', type === 'dragenter'));
    }
  }
}
customElements.define('file-field', FileField);
