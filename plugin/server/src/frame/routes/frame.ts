import { openRoute } from '../../segments/routes/customer-route';
import type { Route } from '../../platform/domain';

export const frameRoutes: Route[] = [openRoute('GET', '/frame', 'frame.show', 'Header, footer and home page are for everybody; what is for some only is left out for the others.')];
