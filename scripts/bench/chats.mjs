import { fork } from 'node:child_process';
import path from 'node:path';
import { freePort } from '../app/free-port.mjs';
import { root } from '../environment.mjs';
import { step } from '../progress.mjs';
import { logAgentIn } from './agent.mjs';
import { askable, startMeasuredServer } from './measured-server.mjs';

const rounds = 5;
const many = 1_000_000;
const limits = {
  PORTAL_LIVE_CHAT: 'true',
  PORTAL_LIVE_PER_ADDRESS: String(many),
  PORTAL_CHATS_PER_HOUR: String(many),
  PORTAL_CHAT_MESSAGES_PER_MINUTE: String(many),
  PORTAL_ADDRESS_LIMITS: JSON.stringify({ chatsPerHour: many, chatMessagesPerMinute: many, changesPerHour: many, signInsPerHour: many }),
};
const percentile = (values, share) => Math.round(values.toSorted((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0);
const said = (values) => `p50 ${percentile(values, 0.5)} ms, p99 ${percentile(values, 0.99)} ms`;
const megabytes = (bytes) => Math.round(bytes / 1024 / 1024);

/** So many chats open at once on one node, each with a page at both ends: order, sending time and delivery of what both write. */
export const runChats = async (directory, count) => {
  const label = `${count.toLocaleString('en-GB')} chats at once`;
  const port = await freePort();
  const server = await startMeasuredServer(directory, port, limits);
  const child = fork(path.join(root, 'scripts', 'bench', 'chat-clients.mjs'), [server.origin], { cwd: root });
  try {
    const clients = await askable(child, 'The process with the chats');
    const agent = await logAgentIn(server.origin, await server.ask('agent'));
    const before = await server.ask('memory');
    await step(`Beginning ${label}`, () => clients.ask('begin', { count, ...agent }));
    await server.ask('takeChats');
    const after = await server.ask('memory');
    const calm = await step('Messages both ways, one every 20 ms', () => clients.ask('talk', { messages: 400, everyMs: 20 }));
    const flood = await step(`${rounds} messages of each side of each chat, 20 under way at once`, () => clients.ask('flood', { rounds, atOnce: 20 }));
    return [
      `## ${label}`,
      '',
      `- memory: ${megabytes(before)} MB before, ${megabytes(after)} MB with them`,
      `- one message every 20 ms, both ways: sent in ${said(calm.sent)}; heard at the other end ${said(calm.heard)} after the server had answered, ${said(calm.whole)} after it was sent (promised p99 ≤ 150 ms from the answer)`,
      `- ${flood.messages.toLocaleString('en-GB')} messages as fast as the node takes them, 20 at a time: ${Math.round(flood.perSecond)} a second, sent in ${said(flood.sent)}; heard ${said(flood.heard)} after the answer`,
      `- order: ${flood.ordered} of ${count.toLocaleString('en-GB')} chats have all their messages, in the order in which each side sent them`,
    ].join('\n');
  } finally {
    child.kill('SIGTERM');
    await server.stop();
  }
};
