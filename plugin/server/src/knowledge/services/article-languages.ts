import { seconds } from '../../platform/clock';
import type { Strapi } from '../../platform/domain';
import type { Locales } from '../locales';

interface LocaleService {
  find(): Promise<{ code: string }[]>;
  getDefaultLocale(): Promise<string | null>;
  create(locale: { code: string; name: string }): Promise<unknown>;
}
const keptFor = seconds(30);

/** The languages that this installation writes in, as its admin set them under Settings, Internationalization. */
export const articleLanguages = ({ strapi }: { strapi: Strapi }) => {
  const service = (): LocaleService => strapi.plugin('i18n').service('locales') as LocaleService;
  let kept: { until: number; locales: Locales } | null = null;

  return {
    async get(): Promise<Locales> {
      if (kept && kept.until > Date.now()) return kept.locales;
      const [found, standard] = [await service().find(), await service().getDefaultLocale()];
      const locales = { standard: standard ?? 'en', all: found.map(({ code }) => code) };
      kept = { until: Date.now() + keptFor, locales };
      return locales;
    },

    /** Adds those that are missing, for imports and the demo. */
    async add(locales: { code: string; name: string }[]): Promise<void> {
      const known = new Set((await service().find()).map(({ code }) => code));
      for (const locale of locales) if (!known.has(locale.code)) await service().create(locale);
      kept = null;
    },
  };
};
