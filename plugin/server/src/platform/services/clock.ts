import { at, now } from '../clock';

/** The clock as a service: seeds and tests, which stand outside of this bundle, set it through here. */
export const clock = () => ({ at, now });
