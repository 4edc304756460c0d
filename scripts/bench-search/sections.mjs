const isHeading = (line) => line.length <= 80 && line.split(/\s+/).length <= 12 && !/^[-•*]/.test(line) && !/[.!?:;,]$/.test(line) && /^[\p{Lu}\d]/u.test(line);

/** The plain text of an article with its headings found again: short lines that begin large and end without a stop. */
export const sectionsOf = (summary, body) => {
  const sections = [{ heading: '', lines: summary ? [summary.trim()] : [] }];
  for (const line of body.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (isHeading(line)) sections.push({ heading: line, lines: [] });
    else sections.at(-1).lines.push(line);
  }
  return sections.filter(({ heading, lines }) => heading !== '' || lines.length > 0).map(({ heading, lines }, number) => ({ heading, anchor: `section-${number}`, text: lines.join('\n') }));
};
