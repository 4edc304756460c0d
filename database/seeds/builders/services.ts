import type { Core } from '@strapi/strapi';

/** A loaded Strapi with the portal in it. */
export type App = Core.Strapi;

/** A service of the portal, typed by the part of it that the caller names. */
export const portal = <Service>(app: App, name: string): Service => app.plugin('portal').service(name) as Service;

interface Clock {
  at<Result>(moment: Date, work: () => Result): Result;
}

/** Runs `work` as if it were `moment`: how a conversation gets its past. */
export const at = <Result>(app: App, moment: Date, work: () => Result): Result => portal<Clock>(app, 'clock').at(moment, work);
