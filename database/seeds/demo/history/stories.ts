import { aufDeutsch } from './stories/auf-deutsch';
import { measuring } from './stories/measuring';
import { ordering } from './stories/ordering';
import { using } from './stories/using';

/** All that is asked again and again. */
export const stories = [...measuring, ...ordering, ...using, ...aufDeutsch];
