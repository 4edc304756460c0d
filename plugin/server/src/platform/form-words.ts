/** What a field is called, and a sentence below it for whoever fills it in the first time. */
export type FieldWords = readonly [label: string, hint?: string];

/** Exported so that content types made with it can be named in type declarations. */
export interface Metadata {
  edit: { label: string; description: string };
  list: { label: string };
}

/**
 * The English words of a content type's form, as Strapi takes them in when it first sees the type: “Configure the view”
 * shows them, and keeps what a team makes of them. Other languages have theirs in `plugin/admin/src/translations/content.*.json`.
 */
export const formWords = (words: Record<string, FieldWords>): { metadatas: Record<string, Metadata> } => ({
  metadatas: Object.fromEntries(Object.entries(words).map(([field, [label, description = '']]) => [field, { edit: { label, description }, list: { label } }])),
});
