/** Joins to a customer `c` his app and one of his passkeys, if he has any: two looks into indexes, and never a second row. */
export const factorJoins = `left join portal_authenticators fa on fa.customer_id = c.id and fa.confirmed_at is not null
  left join portal_passkeys fp on fp.id = (select min(id) from portal_passkeys where customer_id = c.id)`;

/** True (1 on SQLite) where either is there. */
export const hasFactorColumn = '(fa.id is not null or fp.id is not null) as "hasFactor"';
