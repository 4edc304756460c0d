/** What stands over the notes of an article, and what the way back from one is called. */
interface NoteWords {
  footnoteLabel: string;
  footnoteBackLabel: (reference: number, again: number) => string;
}
interface Sayings {
  notes: string;
  back: string;
  done: string;
  toDo: string;
}

const english: Sayings = { notes: 'Footnotes', back: 'Back to reference', done: 'Done', toDo: 'To do' };
const sayings: Record<string, Sayings> = {
  en: english,
  de: { notes: 'Fußnoten', back: 'Zurück zu Verweis', done: 'Erledigt', toDo: 'Zu tun' },
  ar: { notes: 'الحواشي', back: 'العودة إلى المرجع', done: 'تم', toDo: 'لم يتم بعد' },
};
const sayingsIn = (language: string): Sayings => sayings[language.split('-')[0] ?? ''] ?? english;

/** The words around an article's notes in its language; English ones where we have none. */
export const noteWords = (language: string): NoteWords => {
  const { notes, back } = sayingsIn(language);
  return { footnoteLabel: notes, footnoteBackLabel: (reference, again) => `${back} ${reference + 1}${again > 1 ? `-${again}` : ''}` };
};

/** What a box of a list to tick is called, which has no label but the text beside it. */
export const boxLabel = (language: string, isTicked: boolean): string => sayingsIn(language)[isTicked ? 'done' : 'toDo'];
