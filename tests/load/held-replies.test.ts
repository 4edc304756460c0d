import { agentClient } from '../support/agent';
import { mailsTo } from '../support/people';
import { PortalClient } from '../support/portal-client';
import { startApp, type RunningApp } from '../support/running-app';

jest.setTimeout(240_000);
const ended = (app: RunningApp): Promise<void> => new Promise((resolve) => void app.process.once('exit', () => resolve()));

test('a reply that was held when the server was killed is sent once after it is back', async () => {
  const first = await startApp();
  const category = (await (await agentClient(first, 'max@example.com')).makeCategory({ name: 'Killed' })).data.slug;
  const reference = await (await new PortalClient(first.portal).signIn('cora@example.com')).sendRequest(category, 'Before the end', 'Please answer.');
  await (await agentClient(first)).hold(reference, 'Written before the server died.', 20);
  const gone = ended(first);
  first.process.kill('SIGKILL');
  await gone;

  const second = await startApp({ PORTAL_DATA_DIR: first.dataDirectory });
  const ada = await agentClient(second);
  const bodies = async (): Promise<string[]> => (await ada.show(reference)).data.comments.map(({ body }) => body);
  for (let tries = 0; tries < 100 && (await bodies()).length < 2; tries += 1) await new Promise((resolve) => setTimeout(resolve, 500));
  // Long enough for the job to look several times more.
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(await bodies()).toEqual(['Please answer.', 'Written before the server died.']);
  for (let tries = 0; tries < 50 && (await mailsTo(second.portal, 'cora@example.com')).filter(({ text }) => text.includes('before the server died')).length === 0; tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  expect((await mailsTo(second.portal, 'cora@example.com')).filter(({ text }) => text.includes('before the server died'))).toHaveLength(1);
  await second.stop();
});
