/** Of those who decided, the share that needed no ticket; null where nobody decided. Who left without a word counts on neither side. */
export const deflectionRate = ({ solved, sent }: { solved: number; sent: number }): number | null => (solved + sent === 0 ? null : solved / (solved + sent));
