import { hours, minutes } from '../platform/clock';
import { getService } from '../platform/get-service';
import { events } from '../platform/services/events';
import { jobs } from '../platform/services/jobs';
import type { Domain } from '../platform/domain';
import { dayFigure } from './content-types/day-figure';
import { ticketFact } from './content-types/ticket-fact';
import { analytics as analyticsController } from './controllers/analytics';
import { registerAnalyticsActions } from './permissions';
import { analyticsRoutes } from './routes/analytics';
import { deflectionFigures } from './services/deflection-figures';
import { figureFile } from './services/figure-file';
import { figureChanges, figureKeeper } from './services/figure-keeper';
import { figures } from './services/figures';
import { partNames } from './services/part-names';

/** Rank 7: what the desk comes to between two dates. Listens to events; only the facade imports it. */
export const analytics: Domain = {
  contentTypes: { 'ticket-fact': ticketFact, 'day-figure': dayFigure },
  controllers: { analytics: analyticsController },
  services: { 'figure-keeper': figureKeeper, figures, 'figure-file': figureFile, 'deflection-figures': deflectionFigures, 'part-names': partNames },
  routes: { admin: analyticsRoutes },

  async bootstrap({ strapi }) {
    await registerAnalyticsActions(strapi);
    const keeper = getService(strapi, 'figure-keeper', figureKeeper);
    const heard = getService(strapi, 'events', events);
    heard.subscribeTogether('figures', figureChanges, keeper.heard);
    heard.subscribe('days of figures', ['service_levels.changed'], keeper.recount);
    const timers = getService(strapi, 'jobs', jobs);
    // The timers are for what failed, and for what happened beside all events.
    timers.begin(keeper.fill);
    timers.start({ name: 'count tickets that were never counted', everyMs: minutes(1), run: async () => (keeper.isComplete() ? undefined : keeper.fill()) });
    timers.start({ name: 'look for tickets that are gone', everyMs: hours(1), run: keeper.fill });
  },
  destroy: ({ strapi }) => getService(strapi, 'figure-keeper', figureKeeper).stop(),
};
