import type { Domain } from '../platform/domain';
import { apiDocument as controller } from './controllers/api-document';
import { apiDocumentRoutes } from './routes/api-document';
import { apiDocument as service } from './services/api-document';

/** Rank 8: what the portal API is, as OpenAPI has it, made of the routes that are there. */
export const apiDocument: Domain = {
  controllers: { 'api-document': controller },
  services: { 'api-document': service },
  routes: { contentApi: apiDocumentRoutes },
};
