import { languages, type Language } from '@contracts/accounts';
import type { SiteHost } from '@contracts/transport';
import { brandStyles } from '@features/theme/brand-styles';
import { wordsFor } from '@i18n/index';
import { path } from '@layouts/paths';
import type { WidgetData, WidgetWords } from './widget-data';

const mostCounted = 20;

const wordsIn = (language: Language): WidgetWords => {
  const { title, widget } = wordsFor(language).chat;
  return { title, open: widget.open, close: widget.close, tab: widget.tab, unread: Array.from({ length: mostCounted }, (_, index) => widget.unread(index + 1)) };
};

/** What the widget's script has to know of this portal. */
export const widgetData = ({ origins: [origin = ''], look }: Pick<SiteHost, 'origins' | 'look'>): WidgetData => ({
  origin,
  brand: look.name,
  frame: `${origin}${path('/chat/frame')}`,
  page: `${origin}${path('/chat')}`,
  words: Object.fromEntries(languages.map((language) => [language, wordsIn(language)])) as WidgetData['words'],
  colours: (look.palette && brandStyles(look.palette)) || '',
});
