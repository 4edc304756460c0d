import { customersNamespace, socketPath } from '../../../../contracts/socket-address';
import { getService } from '../../platform/get-service';
import { publicOrigin } from '../../platform/public-address';
import { seconds } from '../../platform/clock';
import { heartbeats } from '../services/heartbeats';
import type { Check, Verdict } from '../verdict';
import { broken, reasonOf, warning, well } from '../verdict';

const patienceMs = seconds(5);
/** Packets of Engine.IO and Socket.IO: opened; enter a namespace; what that namespace says to who is nobody. */
const [opened, enter, refused] = ['0{', `40${customersNamespace},`, `44${customersNamespace},`];

/** A real connection through whatever stands in front; resolves with what our namespace says to a stranger. */
const knock = (origin: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}${socketPath}/?EIO=4&transport=websocket`);
    const timer = setTimeout(() => end(() => reject(new Error('Nothing was said for five seconds'))), patienceMs);
    const end = (say: () => void): void => {
      clearTimeout(timer);
      socket.close();
      say();
    };
    socket.addEventListener('message', ({ data }: MessageEvent) => {
      const packet = String(data);
      if (packet.startsWith(opened)) socket.send(enter);
      else if (packet.startsWith(refused)) end(() => resolve(packet.slice(refused.length)));
    });
    socket.addEventListener('error', (event) => end(() => reject(new Error(reasonOf((event as Event & { error?: unknown }).error ?? 'the connection was refused')))));
    socket.addEventListener('close', () => end(() => reject(new Error('the connection was closed'))));
  });

const answers = async (address: string): Promise<boolean> => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(patienceMs) }).catch(() => null);
  await answer?.body?.cancel();
  return answer !== null && answer.status < 500;
};

const explain = async (origin: string, error: unknown): Promise<Verdict> => {
  const polled = await answers(`${origin}${socketPath}/?EIO=4&transport=polling`);
  const found = `No socket can be opened at ${origin}${socketPath}: ${reasonOf(error)}.`;
  if (polled) return warning(`${found} Pages ask again and again instead.`, 'Let the proxy pass on "Upgrade: websocket" and "Connection: upgrade" for this path, over HTTP/1.1.');
  return broken(found, `Let the proxy pass ${socketPath} on to Strapi, as all below /api.`);
};

/** Whether a browser would get its socket at the public address. */
export const sockets: Check = async (strapi) => {
  if (!strapi.config.get('plugin::portal.realtime.enabled')) return well('Live updates are off.');
  const origin = publicOrigin(strapi);
  if (!(await answers(`${origin}/_health`))) {
    const running = (await getService(strapi, 'heartbeats', heartbeats).recent()).length > 0;
    return running ? broken(`A server runs, and nothing answers at ${origin}.`, 'See that PUBLIC_URL is what customers type, and that the proxy there leads to this server.') : well(`Not tried: nothing answers at ${origin} yet.`);
  }
  return knock(origin).then(
    () => well(`A socket was opened at ${origin}${socketPath}.`),
    (error: unknown) => explain(origin, error),
  );
};
