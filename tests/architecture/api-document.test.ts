import { endpointNamed, everyEndpoint } from '../../plugin/contracts/endpoints/every-endpoint';
import plugin from '../../plugin/server/src';
import { makeDocument } from '../../plugin/server/src/api-document/document/document';

const { routes } = plugin.routes['content-api'];
const document = makeDocument(routes, { origin: 'https://help.example.com', https: true });
const operations = Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation: operation as { operationId: string; summary: string } })));

test('the document has every route of the API and no other, and so have the contracts', () => {
  const names = routes.map(({ method, path }) => `${method} ${path}`);
  expect(operations.map(({ name }) => name).sort()).toEqual(names.map((name) => name.replace(/:(\w+)/g, '{$1}')).sort());
  expect(Object.keys(everyEndpoint).sort()).toEqual(names.toSorted());
});

test('it is a document of OpenAPI 3.1, as its own schema says', async () => {
  const { Validator } = await import('@seriousme/openapi-schema-validator');
  const validator = new Validator();
  expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true });
  expect(validator.version).toBe('3.1');
  // And the validator does find faults.
  expect(await new Validator().validate({ ...structuredClone(document), paths: { '/tickets': { get: { responses: 'many' } } } })).toMatchObject({ valid: false });
});

test('nothing refers to what is not there, and every schema that is there is used', () => {
  const text = JSON.stringify(document);
  const wanted = [...new Set([...text.matchAll(/"#\/components\/(\w+)\/([\w-]+)"/g)].map(([, part, name]) => `${part}/${name}`))];
  const there = Object.entries(document.components).filter(([part]) => part !== 'securitySchemes').flatMap(([part, named]) => Object.keys(named).map((name) => `${part}/${name}`));
  expect(wanted.sort()).toEqual(there.sort());
});

test('every operation has a name of its own and says in a sentence what it does', () => {
  const ids = operations.map(({ operation: { operationId } }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  expect(operations.filter(({ operation: { summary } }) => !/^[A-Z`].{7,}\.$/.test(summary)).map(({ name }) => name)).toEqual([]);
});

test('what it shows as an example can be sent', () => {
  const shown = Object.keys(everyEndpoint).map(endpointNamed).filter((endpoint) => endpoint?.example !== undefined);
  expect(shown.length).toBeGreaterThan(2);
  for (const endpoint of shown) expect(endpoint?.body?.safeParse(endpoint.example)).toMatchObject({ success: true });
});
