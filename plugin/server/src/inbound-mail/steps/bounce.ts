import { getService } from '../../platform/get-service';
import { reportOf } from '../bounce-report';
import { goOn } from '../chain-types';
import type { Step } from '../chain-types';
import { bounces } from '../services/bounces';

/** Is it a mail of ours that came back, or a receipt? Of an address that takes none, mail out is told. */
export const bounce: Step = {
  name: 'bounce',
  async decide(mail, { strapi }) {
    const report = reportOf(mail);
    if (!report) return goOn;
    if (report.kind === 'receipt' || report.kind === 'delay') return { kind: 'ignored', reason: report.kind === 'receipt' ? 'receipt' : 'delay_notice', detail: report.detail };
    const addresses = await getService(strapi, 'bounces', bounces).mark(report);
    return { kind: 'ignored', reason: 'bounce', detail: addresses.length > 0 ? `${report.kind}: ${addresses.join(', ')}` : 'of no mail of ours' };
  },
};
