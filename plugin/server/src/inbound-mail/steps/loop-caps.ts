import { after, hours, minutes, now } from '../../platform/clock';
import { rows } from '../../platform/rows';
import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import type { ReceivedMailRow } from '../rows';

/** So many mails in so long a time; one more is a loop, or somebody who should be asked. */
interface Cap {
  most: number;
  withinMs: number;
}
const ofTicket: Cap[] = [{ most: 20, withinMs: minutes(10) }, { most: 60, withinMs: hours(6) }];
const ofSender: Cap[] = [{ most: 30, withinMs: minutes(10) }, { most: 150, withinMs: hours(24) }];
const ofMachines: Cap[] = [{ most: 3, withinMs: hours(1) }, { most: 10, withinMs: hours(24) }];

/** Is it one too many? Whatever its headers say: two programs that answer each other may send none that tell. */
export const loopCaps: Step = {
  name: 'loop_caps',
  async decide(_mail, { strapi, row, facts: { ticket, automatic } }) {
    if (row.admitted !== null) return goOn;
    const table = rows<ReceivedMailRow>(strapi, 'received-mail');
    const isReached = async (where: Partial<ReceivedMailRow>, { most, withinMs }: Cap): Promise<boolean> => (await table.count({ where: { ...where, state: 'done', createdAt: { $gt: after(now(), -withinMs) } } })) >= most;
    const asked: [string, Partial<ReceivedMailRow>, Cap][] = [
      ...(ticket ? ofTicket.map((cap): [string, Partial<ReceivedMailRow>, Cap] => [ticket.reference, { ticketId: ticket.id }, cap]) : []),
      ...(automatic === null ? ofSender : ofMachines).map((cap): [string, Partial<ReceivedMailRow>, Cap] => [row.sender, { sender: row.sender }, cap]),
    ];
    for (const [about, where, cap] of asked) if (await isReached(where, cap)) return { kind: 'held', reason: 'loop', detail: `${about}: ${cap.most} mails in ${cap.withinMs / minutes(1)} minutes` };
    return goOn;
  },
};
