import type { Check, Verdict } from '../verdict';
import { broken, together, warning } from '../verdict';

const numbersOf = (version: string): [number, number] => {
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return [major, minor];
};
const isBelow = (version: string, [major, minor]: [number, number]): boolean => {
  const [ownMajor, ownMinor] = numbersOf(version);
  return ownMajor < major || (ownMajor === major && ownMinor < minor);
};

/** Node and Strapi by their versions: as package.json asks for them. */
export const judgeVersions = (node: string, strapi: string): Verdict =>
  together(
    [
      isBelow(node, [22, 12]) && broken(`This is Node ${node}.`, 'Install Node 22.12 or newer (an even number: 22, 24), and start again.'),
      numbersOf(strapi)[0] !== 5 && broken(`This is Strapi ${strapi}.`, 'The portal runs on Strapi 5: move the project there first (docs.strapi.io has the guide).'),
      numbersOf(strapi)[0] === 5 && isBelow(strapi, [5, 54]) && warning(`This is Strapi ${strapi}; the portal is tried with 5.54 and later.`, 'Run "npx @strapi/upgrade minor" in the project.'),
    ],
    `Node ${node}, Strapi ${strapi}.`,
  );

/** Whether Node and Strapi are of versions that the portal runs on. */
export const runtime: Check = async (strapi) => judgeVersions(process.versions.node, strapi.config.get<string>('info.strapi', '0'));
