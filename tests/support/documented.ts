import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { ValidateFunction } from 'ajv';

interface Operation {
  operationId: string;
  responses: Record<string, { content?: Record<string, unknown> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}
/** What came back of a call, as far as the document speaks of it. */
export interface Answered {
  method: string;
  /** Below /api/portal, with its query. */
  path: string;
  status: number;
  type: string;
  text: string;
}

/** Readers must bear further keys in answers; we do not: a key that the document does not name is a fault. */
const closed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, closed(each)])) as Record<string, unknown>;
  return inner.type === 'object' && inner.properties !== undefined && inner.additionalProperties === undefined ? { ...inner, additionalProperties: false } : inner;
};

const pointer = (...steps: string[]): string => `document#/${steps.map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;

/** What a document says, ready to be held against answers. */
class Described {
  // That it is a document is shown by tests/architecture/api-document.test.ts.
  private readonly ajv = addFormats(new Ajv2020({ strict: false, allErrors: true, validateSchema: false }));
  private readonly made = new Map<string, ValidateFunction>();
  private readonly templates: { pattern: RegExp; path: string }[];

  constructor(private readonly document: Document) {
    this.ajv.addSchema(closed(document) as object, 'document');
    // Where two fit, the one with fewer parameters is meant.
    const paths = Object.keys(document.paths).sort((one, other) => one.split('{').length - other.split('{').length);
    for (const { operationId } of Object.values(document.paths).flatMap((methods) => Object.values(methods))) note('operations', operationId);
    this.templates = paths.map((each) => ({ path: each, pattern: new RegExp(`^${each.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }));
  }

  private validator(...steps: string[]): ValidateFunction {
    const where = pointer(...steps);
    const known = this.made.get(where) ?? this.ajv.compile({ $ref: where });
    this.made.set(where, known);
    return known;
  }

  /** What an answer has that the document does not say; null where it keeps to it, or where no operation is meant. */
  faultOf({ method, path: asked, status, type, text }: Answered): string | null {
    const bare = asked.split('?')[0] ?? '';
    const template = this.templates.find(({ pattern, path: each }) => pattern.test(bare) && this.document.paths[each]?.[method.toLowerCase()]);
    if (!template) return null;
    const steps = ['paths', template.path, method.toLowerCase(), 'responses', String(status)];
    const operation = this.document.paths[template.path]![method.toLowerCase()]!;
    const response = operation.responses[String(status)];
    if (!response) return `${operation.operationId} has no answer with ${status}: ${text.slice(0, 300)}`;
    if (status < 400) note('answered', operation.operationId);
    if (!response.content?.['application/json'] || !type.startsWith('application/json')) return response.content?.['application/json'] && status !== 200 ? `${operation.operationId} answered ${type || 'nothing'}` : null;
    const validate = this.validator(...steps, 'content', 'application/json', 'schema');
    if (validate(JSON.parse(text))) return null;
    return `${operation.operationId} ${status}: ${this.ajv.errorsText(validate.errors)} (${JSON.stringify(validate.errors?.slice(0, 3).map(({ params, instancePath }) => [instancePath, params]))}) ${text.slice(0, 500)}`;
  }
}

const noted = new Set<string>();
/** Which operations there are, and which were answered, for the reporter that names those that never were. */
const note = (list: 'answered' | 'operations', operationId: string): void => {
  const scratch = process.env.PORTAL_TEST_SCRATCH;
  if (!scratch || noted.has(`${list} ${operationId}`)) return;
  noted.add(`${list} ${operationId}`);
  mkdirSync(path.join(scratch, list), { recursive: true });
  appendFileSync(path.join(scratch, list, String(process.pid)), `${operationId}\n`);
};

/** Of the process, which runs many files of tests, where there is a place beside them: to read the document and compile what it says takes seconds. */
const kept = (globalThis as { beside?: { kept?: Map<string, unknown> } }).beside?.kept ?? new Map<string, unknown>();
const read = async (base: string): Promise<Described | null> => {
  const answer = await fetch(`${base}/openapi.json`);
  if (answer.status === 200) return new Described((await answer.json()) as Document);
  // Where the portal is switched off, there is no API either; elsewhere it is.
  kept.delete('document');
  return null;
};

/** Throws where an answer of the API at `base` is other than its own document says. */
export const holdToDocument = async (base: string, answered: Answered): Promise<void> => {
  const known = (kept.get('document') as Promise<Described | null> | undefined) ?? read(base);
  kept.set('document', known);
  const fault = (await known)?.faultOf(answered);
  // Another file of the same process may have read the document; a portal that is switched off serves none, and keeps to none.
  if (fault && answered.status === 404 && (await fetch(`${base}/openapi.json`)).status === 404) return;
  if (fault) throw new Error(`The API did not keep to its document: ${fault}`);
};
