import { readToFrame, type ToPage } from '../widget/messages';

/** The page around the frame: what it told, and a way to tell it something. */
export interface HostPage {
  readonly shown: boolean;
  readonly page: string;
  readonly identity: string;
  tell(message: ToPage): void;
}

/**
 * Listens to the page around, if it is one of those that may show the frame; words of any other window are not looked
 * at. `changed` is called whenever it has told something.
 */
export const hostPage = (origins: string[], changed: () => void): HostPage => {
  let [origin, shown, page, identity] = ['', false, '', ''];
  addEventListener('message', (event) => {
    if (event.source !== parent || !origins.includes(event.origin)) return;
    const message = readToFrame(event.data);
    if (!message) return;
    origin = event.origin;
    if (message.portalChat === 'shown') shown = message.shown;
    else [page, identity] = [message.page.slice(0, 500), message.identity.slice(0, 4000)];
    changed();
  });
  // Before it has told who it is, it is told only that somebody listens.
  const likely = URL.parse(document.referrer)?.origin ?? '';
  for (const each of origins.includes(likely) ? [likely] : origins) parent.postMessage({ portalChat: 'ready' } satisfies ToPage, each);
  return {
    get shown() {
      return shown;
    },
    get page() {
      return page;
    },
    get identity() {
      return identity;
    },
    tell: (message) => void (origin && parent.postMessage(message, origin)),
  };
};
