import type { Agent, Customer } from '../builders/people';
import { changeTicket, closeRequest, linkArticle, reopenRequest, replyAsAgent, replyAsCustomer, sendRequest, writeNote } from '../builders/requests';
import type { DemoFile } from '../builders/requests';
import { at } from '../builders/services';
import type { App } from '../builders/services';
import { scenesUpTo } from './calendar';
import type { Scene } from './calendar';
import type { FileMaker } from './files/papers';
import type { AgentKey, CustomerKey } from './people';
import type { Answer, Script, Step } from './script';
import { dateBefore, worded } from './wording';

/** Everybody who plays a part, as the services know them. */
export interface Cast {
  customers: Record<CustomerKey, Customer>;
  agents: Record<AgentKey, Agent>;
}

const made = (files: FileMaker[], moment: Date): DemoFile[] => files.map((make) => make(moment));
const answered = (answer: Answer, moment: Date, timeZone: string): string | boolean => (typeof answer === 'object' ? dateBefore(moment, answer.daysAgo, timeZone) : answer);

const open = (app: App, { customers }: Cast, { script, moment }: Scene): Promise<string> => {
  const customer = customers[script.by];
  const { category, subject, priority, fields = {}, files = [], text } = script;
  const answers = Object.fromEntries(Object.entries(fields).map(([name, answer]) => [name, answered(answer, moment, customer.timeZone)]));
  return sendRequest(app, customer, { category, subject, priority, fields: answers, files: made(files, moment), body: worded(text, moment, customer.language) });
};

const act = (app: App, { customers, agents }: Cast, { script, moment }: Scene, step: Step, reference: string): Promise<void> => {
  const customer = customers[script.by];
  const said = (text: string): string => worded(text, moment, customer.language);
  switch (step.does) {
    case 'writes':
      return replyAsCustomer(app, customer, reference, said(step.text), made(step.files, moment));
    case 'closes':
      return closeRequest(app, customer, reference);
    case 'reopens':
      return reopenRequest(app, customer, reference);
    case 'answers':
      return replyAsAgent(app, agents[step.by], reference, said(step.text), { state: step.then, files: made(step.files, moment) });
    case 'notes':
      return writeNote(app, agents[step.by], reference, said(step.text));
    case 'links':
      return linkArticle(app, reference, step.article);
    case 'sets': {
      const { assignee, ...change } = step.change;
      return changeTicket(app, agents[step.by], reference, { ...change, ...(assignee === undefined ? {} : { assignee: assignee && agents[assignee] }) });
    }
  }
};

/** Plays all scripts in order of time, each step as if it were its moment, through the product's own services. */
export const play = async (app: App, cast: Cast, scripts: Script[], now: Date): Promise<void> => {
  const references = new Map<Script, string>();
  for (const scene of scenesUpTo(scripts, now)) {
    const { script, step, moment } = scene;
    if (step === null) references.set(script, await at(app, moment, () => open(app, cast, scene)));
    else await at(app, moment, () => act(app, cast, scene, step, references.get(script) ?? ''));
  }
};
