/** Who can sign in to the demo, and where. */
export const demoPassword = 'Portal-demo-2026';
const people = [
  ['cora@example.com', 'customer'],
  ['otto@example.org', 'customer of another company'],
  ['ada@example.com', 'agent, in the admin panel'],
  ['max@example.com', 'administrator, in the admin panel'],
];

const column = (lines) => {
  const width = Math.max(...lines.map(([left]) => left.length)) + 2;
  return lines.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n');
};

/** Who can sign in to the demo, as a block of text. */
export const demoLogins = () => `  Sign in with the password ${demoPassword}\n${column(people)}`;

/** What to open after the start, as a block of text. The mailbox and the logins are only there in the demo. */
export const addresses = (app, { demo }) => {
  const origin = app.config.get('server.absoluteUrl').replace(/\/$/, '');
  const portal = `${origin}${app.config.get('plugin::portal.url')}`;
  const places = [
    ['Customer portal', portal],
    ['Admin panel', app.config.get('admin.absoluteUrl')],
    ...(demo ? [['Mailbox', `${portal}/_mailbox   (mails stay here, none is sent)`]] : []),
    ['API', `${origin}/api/portal/openapi.json`],
  ];
  const logins = demo ? `\n\n${demoLogins()}` : '';
  return `\n${column(places)}${logins}\n\n  Stop with Ctrl+C.\n`;
};
