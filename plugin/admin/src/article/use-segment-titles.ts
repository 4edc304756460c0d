import { listSegmentTitles } from '../knowledge/client';
import { useLoaded } from '../desk/use-loaded';
import { segmentTitle } from '../settings/segment-title';
import { useWords } from '../use-words';

/** A segment to choose. */
interface Choice {
  value: string;
  label: string;
}
/** The segments that there are, and what each name is called, also one that is gone. */
export const useSegmentTitles = (): { choices: Choice[] | undefined; titleOf(name: string): string } => {
  const say = useWords();
  const { value } = useLoaded(listSegmentTitles);
  const choices = value?.map((each) => ({ value: each.name, label: segmentTitle(each, say) }));
  const titleOf = (name: string): string => choices?.find((each) => each.value === name)?.label ?? (choices ? say('segments.gone', { name }) : name);
  return { choices, titleOf };
};
