/** True (1 on SQLite) in a statement where the customer of this id has an app or a passkey: two looks into unique indexes. */
export const hasFactorSql = (customerId: string): string =>
  `(exists (select 1 from portal_authenticators fa where fa.customer_id = ${customerId} and fa.confirmed_at is not null) or exists (select 1 from portal_passkeys fp where fp.customer_id = ${customerId}))`;
