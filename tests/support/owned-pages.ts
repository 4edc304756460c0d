import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ownedFaults, type OwnedFaults } from '../../plugin/cli/build-site/owned-faults';
import { carryOut } from '../../plugin/cli/publish/carry-out';
import { chosenFiles } from '../../plugin/cli/publish/chosen-files';
import { readManifest } from '../../plugin/cli/publish/manifest';
import { packagedSiteIn, type PackagedSite } from '../../plugin/cli/publish/packaged-site';
import { lookAtFiles, ownedOf, type SiteFile } from '../../plugin/cli/publish/published-files';
import { planPublishing, type PlannedFile } from '../../plugin/cli/publish/publish-plan';
import { toldPlan, toldStatus } from '../../plugin/cli/publish/telling';
import { scratchDirectory } from './scratch';

type Texts = Record<string, string>;
const write = (folder: string, files: Texts): void => {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
};

/** A project that owns some pages of a package, of which newer versions come out. No Strapi and no Astro is needed for that. */
export class OwnedPages {
  private readonly place = scratchDirectory('owned-pages');
  readonly project = path.join(this.place, 'project');

  constructor(files: Texts) {
    this.comesOut('1.0.0', files);
    mkdirSync(this.project, { recursive: true });
  }

  /** The version that is installed from now on, with all its files. */
  comesOut(version: string, files: Texts): void {
    rmSync(path.join(this.place, 'package'), { recursive: true, force: true });
    const described = { 'package.json': JSON.stringify({ version }), 'dist/site-source/package.json': '{}' };
    write(path.join(this.place, 'package'), { ...described, ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`dist/site-source/${file}`, text])) });
  }

  private site(): PackagedSite {
    return packagedSiteIn(path.join(this.place, 'package'));
  }

  private looked(): SiteFile[] {
    return lookAtFiles(ts, this.project, this.site(), readManifest(this.project));
  }

  private carriedOut(isWanted: (file: string) => boolean, wish: { named: boolean; force: boolean }): string[] {
    const [site, manifest] = [this.site(), readManifest(this.project)];
    const plan: PlannedFile[] = planPublishing(this.looked().filter(({ file }) => isWanted(file)), wish);
    carryOut(this.project, site, manifest, plan);
    return toldPlan(plan, site).map((line) => line.trim());
  }

  /** `portal publish <names>`; answers what it says. */
  publish(names: string[], force = false): string[] {
    const chosen = chosenFiles(this.site().files, names);
    return this.carriedOut((file) => chosen.includes(file), { named: true, force });
  }

  /** `portal publish --update`. */
  update(): string[] {
    const known = Object.keys(readManifest(this.project));
    return this.carriedOut((file) => known.includes(file), { named: false, force: false });
  }

  /** `portal publish --status`: the words for one file. */
  status(file: string): string {
    return toldStatus(this.looked().filter((each) => each.file === file)).join('\n');
  }

  /** What is said before a build. */
  faults(): OwnedFaults {
    return ownedFaults(ownedOf(this.looked()), this.site());
  }

  /** A file of the project; null where it is not there. */
  read(file: string): string | null {
    const place = path.join(this.project, 'portal-site', file);
    return existsSync(place) ? readFileSync(place, 'utf8') : null;
  }

  write(file: string, text: string): void {
    write(path.join(this.project, 'portal-site'), { [file]: text });
  }

  takeAway(file: string): void {
    rmSync(path.join(this.project, 'portal-site', file));
  }
}
