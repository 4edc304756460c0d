/** Without what may be left out or null. */
const inner = (schema) => (['nullable', 'optional', 'default'].includes(schema.def.type) ? inner(schema.def.innerType) : schema);
const described = (schema) => schema.description ?? (schema.def.innerType ? described(schema.def.innerType) : undefined);

const figure = (value) => value.toLocaleString('en-US');
const bounds = ({ minValue, maxValue }) => {
  if (maxValue === null || maxValue >= Number.MAX_SAFE_INTEGER) return minValue === null ? '' : ` from ${figure(minValue)}`;
  return ` ${figure(minValue)}–${figure(maxValue)}`;
};

/** What a key may be, in words. */
const typeOf = (schema) => {
  const kind = inner(schema);
  switch (kind.def.type) {
    case 'boolean':
      return '`true`, `false`';
    case 'number':
      return `${kind.isInt || kind.format === 'safeint' ? 'whole number' : 'number'}${bounds(kind)}`;
    case 'enum':
      return kind.options.map((value) => `\`${value}\``).join(', ');
    case 'array':
      return inner(kind.element).def.type === 'enum' && inner(kind.element).options.length < 20 ? `list of ${typeOf(kind.element)}` : 'list';
    case 'record':
      return 'by name';
    default:
      return 'text';
  }
};

const standardOf = (value) => {
  const empty = value === '' || value === null || (Array.isArray(value) && value.length === 0) || (typeof value === 'object' && Object.keys(value).length === 0);
  if (empty) return '–';
  return `\`${Array.isArray(value) ? value.join(', ') : value}\``;
};

/** Every key below a schema, with what it may be, its default and what it is; throws where nothing says what it is. */
export const keysOf = (schema, defaults, at = '') => {
  const kind = inner(schema);
  if (kind.def.type === 'object') return Object.entries(kind.shape).flatMap(([name, part]) => keysOf(part, defaults?.[name], at ? `${at}.${name}` : name));
  const meaning = described(schema);
  if (!meaning) throw new Error(`portal.config.${at} does not say what it is: add .describe('…') to it in plugin/server/src/config.ts or plugin/contracts`);
  return [{ key: at, type: typeOf(schema), standard: standardOf(defaults), meaning }];
};
