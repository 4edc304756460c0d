import { LinkTabs } from '../display/LinkTabs';
import { useWords } from '../use-words';
import { viewNames } from './views';
import type { ViewName } from './views';

/** The saved views. */
export const ViewTabs = ({ current, linkTo }: { current: ViewName; linkTo(view: ViewName): string }) => {
  const say = useWords();
  return <LinkTabs label={say('inbox.views')} tabs={viewNames.map((view) => ({ to: linkTo(view), label: say(`view.${view}`), current: view === current }))} />;
};
