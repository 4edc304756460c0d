import { standardSegment } from '../../../../contracts/policy';
import type { LanguageWords, SearchTrial, SearchWordsChange, TrialAnswer } from '../../../../contracts/search-words';
import { auditLog } from '../../audit/services/audit-log';
import type { Author } from '../../audit/services/audit-log';
import { Refusal, notFound } from '../../platform/errors';
import { getService } from '../../platform/get-service';
import { holdRow, inTransaction, rows } from '../../platform/rows';
import { events } from '../../platform/services/events';
import { hashToken } from '../../platform/tokens';
import { insertRowsOnce, updateRow } from '../../platform/write-rows';
import type { Strapi } from '../../platform/domain';
import { listText, parseWords, wordChanges } from '../word-lists';
import type { WordListRow } from '../word-lists';
import { articleFinding } from './article-finding';
import { articleLanguages } from './article-languages';
import { searchWords } from './search-words';

const mostTitles = 10;

const toWords = (language: string, row: WordListRow | null): LanguageWords => {
  const { synonyms, stopWords } = parseWords(row?.synonyms ?? null, row?.stopWords ?? null);
  // Of the content, not of a time: who saves what is there already takes nothing from anybody.
  return { language, groups: synonyms, stopWords, version: hashToken(JSON.stringify([synonyms, stopWords])).slice(0, 16) };
};

/** What admins do with the words of the search. */
export const searchWordsEditing = ({ strapi }: { strapi: Strapi }) => {
  const table = rows<WordListRow>(strapi, 'word-list');
  const read = async (language: string): Promise<LanguageWords> => toWords(language, await table.findOne({ where: { language } }));

  const languages = async (): Promise<string[]> => {
    const { standard, all } = await getService(strapi, 'article-languages', articleLanguages).get();
    const kept = (await table.findMany({ select: ['language'], limit: 500 })).map(({ language }) => language);
    return [...new Set([standard, ...all, ...kept])];
  };
  const checkLanguage = async (language: string): Promise<void> => {
    if (!(await languages()).includes(language)) throw notFound();
  };

  /** The row of a language, made where it is missing; nobody else changes it until the transaction ends. */
  const hold = async (language: string): Promise<WordListRow> => {
    await insertRowsOnce<WordListRow, 'language'>(strapi, 'word-list', [{ language, synonyms: '', stopWords: '' }], 'language');
    const { id } = (await table.findOne({ where: { language }, select: ['id'] })) as WordListRow;
    await holdRow(strapi, 'word-list', id);
    return (await table.findOne({ where: { id } })) as WordListRow;
  };

  const titles = async (language: string, { text, groups, stopWords }: SearchTrial): Promise<string[]> => {
    const finding = getService(strapi, 'article-finding', articleFinding);
    const { hits, locale } = await finding.search({ text, language, offset: 0, limit: mostTitles, words: { synonyms: groups, stopWords } }, standardSegment);
    return (await finding.toHits(hits, locale, standardSegment)).map(({ article }) => article.title);
  };

  return {
    /** All languages that articles are written in, the standard one first. */
    list: async (): Promise<LanguageWords[]> => Promise.all((await languages()).map(read)),

    /** Replaces the words of a language; refuses to write over what somebody else has saved meanwhile. */
    async change(language: string, { version, groups, stopWords }: SearchWordsChange, author: Author): Promise<LanguageWords> {
      await checkLanguage(language);
      await inTransaction(strapi, async (afterCommit) => {
        const row = await hold(language);
        const before = toWords(language, row);
        if (before.version !== version) throw new Refusal('changed_meanwhile', 'Somebody else has changed these words meanwhile. Load the page again to see what is there now.');
        await updateRow<WordListRow>(strapi, 'word-list', row.id, listText(groups, stopWords));
        await getService(strapi, 'audit-log', auditLog).note(author, { what: `search words ${language}`, action: 'changed', ...wordChanges(before, { groups, stopWords }) });
        await getService(strapi, 'events', events).record({ type: 'search_words.changed', subject: language, payload: {} }, afterCommit);
      });
      // The event does the same; who saved should not have to wait for it.
      await getService(strapi, 'search-words', searchWords).update(language);
      return read(language);
    },

    /** What a search finds with the words that are kept, and with others. */
    async try(language: string, trial: SearchTrial): Promise<TrialAnswer> {
      await checkLanguage(language);
      const { groups, stopWords } = await read(language);
      return { now: await titles(language, { ...trial, groups, stopWords }), then: await titles(language, trial) };
    },
  };
};
