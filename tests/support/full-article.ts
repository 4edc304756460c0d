/** An article with everything that an article can have: a wide table, a long line of code, callouts, a list to tick, a note, and a video with its words. */
export const fullArticle = {
  title: 'Everything that an article can have',
  slug: 'everything',
  summary: 'Words, tables, code, hints and a film.',
  videoUrl: 'https://video.northwind.example/w/9c9de5e8-0a1e-484a-b099-e80766180a6d',
  transcript: 'Hold the **station** upright.\n\nThen press the key.',
  keywords: 'everything',
  body: `Some words before the first heading, with \`code\`, **weight**, _stress_ and [a link](/support/faq).

## A table that is wider than a phone

| Sensor | Smallest reading | Largest reading | Accuracy | Interval | Battery | Radio |
|---|---:|---:|---|---|---|---|
| Thermometer of the station | −40 °C | 60 °C | ±0.3 °C | 60 seconds | two years | 868 MHz |
| Rain spoon with a long name | 0 mm | 300 mm | ±5 % | each tip | two years | 868 MHz |

## A line of code that is longer than a phone

\`\`\`sh
curl --header "Authorization: Bearer $TOKEN" "https://api.northwind.example/v1/stations/garden/readings?from=2026-01-01&to=2026-12-31&resolution=hour"
\`\`\`

## Hints

> [!NOTE]
> A note.

> [!WARNING]
> Never oil the bearing. See <https://example.com/an/address/without/any/place/where/a/line/could/be/broken/at/all>.

> Only a quotation.

- [x] Unpacked
- [ ] Put up

### Small print

Rechtsschutzversicherungsgesellschaftsangestelltenverordnungsentwurf[^1]

[^1]: A word that is wider than a phone.
`,
};
