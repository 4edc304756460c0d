/** What an error says, whatever was thrown; for logs, and for rows that keep why something failed. */
export const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error));
