/** Enter sends and Shift with Enter makes a line, where there are keys; a phone's Enter makes a line. Answers whether it is so, to be said beside the field. */
export const enterSends = (field: HTMLTextAreaElement): boolean => {
  if (matchMedia('(pointer: coarse)').matches) return false;
  field.addEventListener('keydown', (event) => {
    // The Enter that ends a composed word is part of that word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form?.requestSubmit();
  });
  return true;
};
