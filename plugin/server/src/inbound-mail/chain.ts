import type { MailDecision } from '../../../contracts/inbound-mail';
import { noFacts } from './chain-types';
import type { Circumstances, Facts, Step, Verdict } from './chain-types';
import type { ReceivedMail } from './parsed-mail';
import { admission } from './steps/admission';
import { attachments } from './steps/attachments';
import { authentication } from './steps/authentication';
import { automatic } from './steps/automatic';
import { bounce } from './steps/bounce';
import { destination } from './steps/destination';
import { encryption } from './steps/encryption';
import { loopCaps } from './steps/loop-caps';
import { ownMail } from './steps/own-mail';
import { sender } from './steps/sender';
import { size } from './steps/size';
import { text } from './steps/text';
import { thread } from './steps/thread';

/** What is asked of every received mail, in this order: each step may rely on those before it. */
export const chain: Step[] = [ownMail, automatic, bounce, size, encryption, authentication, sender, thread, admission, loopCaps, text, attachments, destination];

/** What the chain came to: its last word, what each step found, and the facts to act on. */
export interface Judged {
  verdict: Verdict;
  decisions: MailDecision[];
  facts: Facts;
}

const decisionOf = (step: Step, verdict: Verdict): MailDecision => {
  const found = verdict.kind === 'continue' ? (verdict.detail === undefined ? 'passed' : 'noted') : verdict.kind;
  return { step: step.name, verdict: found, detail: verdict.detail?.slice(0, 500) ?? null };
};

/** Asks one step after the other until one says no. */
export const judge = async (mail: ReceivedMail, given: Omit<Circumstances, 'facts'>): Promise<Judged> => {
  let facts = noFacts;
  const decisions: MailDecision[] = [];
  for (const step of chain) {
    const verdict = await step.decide(mail, { ...given, facts });
    decisions.push(decisionOf(step, verdict));
    if (verdict.kind !== 'continue') return { verdict, decisions, facts };
    facts = { ...facts, ...verdict.facts };
  }
  return { verdict: { kind: 'continue' }, decisions, facts };
};
