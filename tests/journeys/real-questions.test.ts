import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { agentClient } from '../support/agent';
import { parcelCategory } from '../support/parcel-category';
import { PortalClient } from '../support/portal-client';
import { startApp } from '../support/running-app';

jest.setTimeout(600_000);
const file = path.resolve(__dirname, '..', '..', '..', 'shared', 'search-set', 'queries.jsonl');
const present = existsSync(file);
const unescaped = (html: string): string =>
  html.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&#(?:39|x27);/g, "'").replace(/&amp;/g, '&');

interface Question {
  title: string;
  text: string;
}
const subjectOf = ({ title }: Question): string => (title.trim() || 'Question').slice(0, 200).trim();

if (!present) console.warn('SKIPPED: the 300 real questions. The folder ../shared/search-set is not beside this project.');

(present ? describe : describe.skip)('300 real questions of strangers', () => {
  test('go through the real form and are read back unchanged in page and API', async () => {
    const questions = readFileSync(file, 'utf8').split('\n').slice(0, 300).map((line) => JSON.parse(line) as Question);
    const app = await startApp();
    try {
      const { data } = await (await agentClient(app, 'max@example.com')).makeCategory({ ...parcelCategory, fields: [] });
      const cora = await new PortalClient(app.portal).signIn('cora@example.com');
      for (const question of questions) {
        const reference = await cora.sendRequest(data.slug, subjectOf(question), question.text);
        const answer = JSON.parse((await cora.request(`/api/portal/tickets/${reference}`)).html) as { data: { subject: string; comments: { body: string }[] } };
        expect(answer.data.subject).toBe(subjectOf(question));
        expect(answer.data.comments[0]?.body).toBe(question.text);
        expect(unescaped((await cora.request(`/support/requests/${reference}`)).html)).toContain(subjectOf(question));
      }
      expect(questions).toHaveLength(300);
    } finally {
      await app.stop();
    }
  });
});
