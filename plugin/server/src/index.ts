import { config } from './config';
import { domains } from './domains';
import { assemblePlugin } from './platform/assemble-plugin';

export type { PortalFacade } from './facade/services/portal';
export type { AnalyticsBuilder } from './facade/analytics-builder';
export type { SegmentBuilder } from './facade/segment-builder';

export default assemblePlugin(domains, config);
