import type { AnswerSentence, AnswerSource, AnswerState } from '../../../contracts/answers';
import type { Row } from '../platform/rows';

/** A source with the article that it is part of. */
export interface KeptSource extends AnswerSource {
  document: string;
}
export interface WrittenAnswerRow extends Row {
  key: string;
  owner: string;
  readIn: string;
  language: string;
  state: AnswerState;
  sentences: AnswerSentence[];
  sources: KeptSource[];
}
