/** One line of a page; `x` in points from the left edge, `gap` in points below the line before. */
export interface PdfLine {
  text: string;
  x?: number;
  gap?: number;
  size?: number;
  bold?: boolean;
}

const left = 64;
const top = 780;

/** Latin-1, in which the euro sign of WinAnsi takes the place 0x80; brackets and backslashes are escaped. */
const quoted = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&').replace(/€/g, '\x80')})`;

const drawing = (lines: PdfLine[]): string => {
  let y = top;
  const drawn = lines.map(({ text, x = left, gap = 18, size = 11, bold = false }) => {
    y -= gap;
    return `BT /${bold ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td ${quoted(text)} Tj ET`;
  });
  return drawn.join('\n');
};

const font = (name: string): string => `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;

/** A PDF of one A4 page with lines of text, complete with its table of objects. */
export const pdf = (lines: PdfLine[]): Buffer => {
  const content = drawing(lines);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    font('Helvetica'),
    font('Helvetica-Bold'),
  ];
  let body = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(`${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}${trailer}`, 'latin1');
};
