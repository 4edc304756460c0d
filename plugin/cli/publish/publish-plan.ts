import type { Manifest, Published } from './manifest';
import type { SiteFile } from './published-files';
import type { Standing } from './standing';

/**
 * What becomes of a file. `copy`: into the project, for the first time; `renew`: brought to the installed version; `overwrite`: the same, over what its
 * owner changed; `offer`: the new original is put beside; `wait`: it lies there already; `stay`: not ours to touch; `forget`: no longer kept account of.
 */
export type Act = 'copy' | 'renew' | 'overwrite' | 'offer' | 'wait' | 'stay' | 'gone' | 'forget' | 'nothing';

export interface PlannedFile {
  file: string;
  standing: Standing;
  act: Act;
  ours: Published | null;
  published: Published | null;
}

/** `named`: somebody asked for these very files, so that what he had taken away comes back. */
export interface Wish {
  named: boolean;
  force: boolean;
}

const gentle: Record<Standing, Act> = { package: 'copy', 'given-back': 'forget', unchanged: 'nothing', own: 'nothing', outdated: 'renew', both: 'offer', gone: 'gone', added: 'nothing', unknown: 'stay' };
const forced: Partial<Record<Standing, Act>> = { own: 'overwrite', both: 'overwrite', unknown: 'overwrite' };

const actOn = ({ standing, isWaiting, published, ours }: SiteFile, { named, force }: Wish): Act => {
  if (named && standing === 'given-back') return ours ? 'copy' : 'forget';
  const act = (force && forced[standing]) || gentle[standing];
  return act === 'offer' && isWaiting && published?.offered?.original === ours?.original ? 'wait' : act;
};

/** What publishing these files would do. Decided by fingerprints alone. */
export const planPublishing = (files: SiteFile[], wish: Wish): PlannedFile[] => files.map((each) => ({ file: each.file, standing: each.standing, act: actOn(each, wish), ours: each.ours, published: each.published }));

const recordAfter = ({ act, standing, ours, published }: PlannedFile): Published | null => {
  // Also where its owner took over the new original by hand.
  if (act === 'copy' || act === 'renew' || act === 'overwrite' || standing === 'unchanged') return ours;
  if (act === 'offer') return published && ours && { from: published.from, original: published.original, props: published.props, offered: ours };
  return act === 'forget' ? null : published;
};

/** The manifest once the plan is carried out. */
export const manifestAfter = (manifest: Manifest, plan: PlannedFile[]): Manifest => {
  const after = new Map(Object.entries(manifest));
  for (const each of plan) {
    const record = recordAfter(each);
    if (record) after.set(each.file, record);
    else after.delete(each.file);
  }
  return Object.fromEntries(after);
};
