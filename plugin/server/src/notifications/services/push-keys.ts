import webPush from 'web-push';
import { mailSender } from '../../mail/services/mail-sender';
import { getService } from '../../platform/get-service';
import { isHttps, publicOrigin } from '../../platform/public-address';
import { rows } from '../../platform/rows';
import { sealing } from '../../platform/services/sealing';
import { insertRowsOnce, putRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import type { SettingRow } from '../../segments/rows';

/** By which push services know who sends (VAPID, RFC 8292). */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}
const settingName = 'push keys';
const owner = 'push keys';

/** The keys of this installation: configured ones, else a pair that is made once and kept sealed. */
export const pushKeys = ({ strapi }: { strapi: Strapi }) => {
  let held: Promise<PushKeys> | null = null;
  const box = () => getService(strapi, 'sealing', sealing);
  // An object: a JSON column that holds a bare text comes back in different ways.
  const sealed = (keys: PushKeys): { sealed: string } => ({ sealed: box().seal(JSON.stringify(keys), owner) });
  const kept = async (): Promise<string | null> => {
    const found = await rows<SettingRow>(strapi, 'setting').findOne({ where: { name: settingName } });
    return (found?.value as { sealed?: string } | undefined)?.sealed ?? null;
  };

  /** Of two processes that start at once, one makes them. */
  const make = async (): Promise<string> => {
    await insertRowsOnce<SettingRow, 'name'>(strapi, 'setting', [{ name: settingName, value: sealed(webPush.generateVAPIDKeys()) }], 'name');
    return (await kept()) ?? '';
  };

  const read = async (): Promise<PushKeys> => {
    const text = (await kept()) ?? (await make());
    const keys = JSON.parse(box().open(text, owner)) as PushKeys;
    if (box().isOld(text)) await putRow<SettingRow>(strapi, 'setting', { name: settingName }, { value: sealed(keys) });
    return keys;
  };

  return {
    /** Throws where the pair was sealed with a secret that is gone: put it back, or delete the setting, and browsers are allowed anew. */
    async pair(): Promise<PushKeys> {
      const { publicKey, privateKey } = strapi.config.get<PushKeys>('plugin::portal.push');
      if (publicKey !== '') return { publicKey, privateKey };
      held ??= read().catch((error: unknown) => {
        held = null;
        throw error;
      });
      return held;
    },

    /** Whom a push service may write to: as configured, else the portal's address, else the one that mails come from. */
    contact(): string {
      const configured = strapi.config.get<string>('plugin::portal.push.contact');
      if (configured !== '' || isHttps(strapi)) return configured || publicOrigin(strapi);
      const { from } = getService(strapi, 'mail-sender', mailSender).now();
      return `mailto:${/<([^<>]+)>/.exec(from)?.[1] ?? from}`;
    },
  };
};
