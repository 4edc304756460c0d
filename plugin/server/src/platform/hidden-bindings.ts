const parts = /'[^']*'|"[^"]*"|`[^`]*`|--[^\n]*|\b(not )?in \(\?\)|\?/gi;

/**
 * A statement for SQLite into whose bindings its planner cannot look. Where a value could change the plan (an equality
 * beside a join or an order, a LIMIT), SQLite compiles the statement anew for each run, and the driver the maker of its
 * rows with it: 20 to 100 µs for statements that themselves take 6 to 30 (docs/decisions/060-hidden-bindings.md).
 * PostgreSQL must get the statement as it was: it would take each value for text.
 */
export const withHiddenBindings = (sql: string): string =>
  sql.replace(parts, (part, not?: string) => {
    if (part === '?') return '(select ?)';
    // Of one hidden value a list would be a table, whose order no index has.
    return /in \(\?\)$/i.test(part) ? `${not ? '<>' : '='} (select ?)` : part;
  });
