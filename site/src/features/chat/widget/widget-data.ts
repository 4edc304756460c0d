import type { Language } from '@contracts/accounts';

/** The widget's own words in one language; `unread` counts from one. */
export interface WidgetWords {
  title: string;
  open: string;
  close: string;
  tab: string;
  unread: string[];
}
/** What the portal's address puts before the widget's script. */
export interface WidgetData {
  origin: string;
  /** Name of the portal, which the window is called by. */
  brand: string;
  /** Address of the frame, and of the page that works without it. */
  frame: string;
  page: string;
  words: Record<Language, WidgetWords>;
  /** The segment's colours, as `theme/[palette].css` has them; empty: the portal's own. */
  colours: string;
}
