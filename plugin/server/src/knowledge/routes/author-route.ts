import { knowledgeActions } from '../../../../contracts/knowledge-desk';
import { adminRoute } from '../../platform/admin-route';
import type { Route } from '../../platform/domain';

/** A route of the Strapi admin, below `/portal/knowledge`, that needs one of the authors' RBAC actions. */
export const authorRoute = (method: Route['method'], path: string, handler: string, action: keyof typeof knowledgeActions): Route => adminRoute(method, `/knowledge${path}`, handler, knowledgeActions[action]);
