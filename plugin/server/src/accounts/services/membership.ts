import type { SegmentTitle } from '../../../../contracts/settings';
import { standardSegment } from '../../../../contracts/policy';

/** What a customer's row and address say about where he belongs. */
export interface Belonging {
  email: string;
  segment: string;
  /** False where somebody chose the segment, be it the standard one. SQLite says 0. */
  segmentByRule: boolean | number | null;
  organisationId: number | null;
}
/** How mails to somebody look. */
export interface Letterhead {
  brand: string;
  accent: string | null;
  dark: boolean;
  /** Light or dark as the reader's device is, and the colour on its dark paper. */
  auto: boolean;
  accentOnDark: string | null;
}
/** What whoever knows segments brings. */
export interface SegmentKnowledge {
  segmentFor(person: Pick<Belonging, 'email' | 'organisationId'>): string | null;
  letterheadOf(segment: string): Letterhead;
  requiresSecondFactor(segment: string): boolean;
  titles(): SegmentTitle[];
}

/** True where an admin, not a rule, says to which segment somebody belongs. */
export const isChosen = ({ segment, segmentByRule }: Pick<Belonging, 'segment' | 'segmentByRule'>): boolean => segment !== standardSegment || segmentByRule === false || segmentByRule === 0;

/** To which segment customers belong. Its rules stand above accounts, which only ask for them. */
export const membership = () => {
  let knowledge: SegmentKnowledge = { segmentFor: () => null, letterheadOf: () => ({ brand: 'Help', accent: null, dark: false, auto: true, accentOnDark: null }), requiresSecondFactor: () => false, titles: () => [] };
  const segmentOf = (who: Belonging): string => (isChosen(who) ? who.segment : (knowledge.segmentFor(who) ?? standardSegment));
  return {
    /** Called once at the start, by whoever knows the rules. */
    learn(from: SegmentKnowledge): void {
      knowledge = from;
    },
    /** Columns of a customer with what follows from them: his segment, and whether he has to set up a second factor first. */
    placed<Columns extends Belonging & { hasFactor: boolean | number }>(columns: Columns): Omit<Columns, 'segmentByRule' | 'hasFactor'> & { segment: string; hasFactor: boolean; mustEnrol: boolean } {
      const { segmentByRule: _byRule, hasFactor: has, ...rest } = columns;
      const [segment, hasFactor] = [segmentOf(columns), Boolean(has)];
      return { ...rest, segment, hasFactor, mustEnrol: !hasFactor && knowledge.requiresSecondFactor(segment) };
    },
    /** Chosen by hand, else the first rule that fits, else the standard one. Asks no database. */
    segmentOf,
    /** Every segment there is, the standard one first: it has no title, since everybody else is in it. */
    titles: (): SegmentTitle[] => [{ name: standardSegment, title: '' }, ...knowledge.titles()],
    /** What a segment is called; its name where it is gone. */
    titleOf: (name: string): string => knowledge.titles().find((each) => each.name === name)?.title ?? name,
    /** True where nobody of the segment may do anything without a second factor. Asks no database. */
    requiresSecondFactor: (segment: string): boolean => knowledge.requiresSecondFactor(segment),
    /** Of a segment's customers; of strangers with the standard one. */
    letterheadOf: (segment: string = standardSegment): Letterhead => knowledge.letterheadOf(segment),
  };
};
