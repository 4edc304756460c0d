import { analyserOf } from '../../../plugin/server/src/search/text/analyser';

const termsOf = async (language: string, text: string): Promise<string[]> => (await analyserOf(language)).terms(text).map(({ term }) => term);
const sameTerm = async (language: string, ...words: string[]): Promise<boolean> => new Set((await Promise.all(words.map((word) => termsOf(language, word)))).map((terms) => terms.join(' '))).size === 1;

describe('How texts become terms', () => {
  test('forms of a word are one term, in several languages', async () => {
    expect(await sameTerm('en', 'password', 'passwords', 'Passwords')).toBe(true);
    expect(await sameTerm('de', 'Einstellung', 'Einstellungen')).toBe(true);
    expect(await sameTerm('fr', 'réinitialiser', 'réinitialisé')).toBe(true);
    expect(await sameTerm('ru', 'письмо', 'письма')).toBe(true);
  });

  test('who types without accents finds words with them', async () => {
    expect(await sameTerm('en', 'résumé', 'resume')).toBe(true);
    expect(await sameTerm('de', 'Straße', 'Strasse')).toBe(true);
    expect(await sameTerm('es', 'contraseña', 'contrasena')).toBe(true);
    expect(await sameTerm('ru', 'ещё', 'еще')).toBe(true);
    expect(await sameTerm('ar', 'مُحَمَّد', 'محمد')).toBe(true);
  });

  test('letters that only look like accented ones stay letters', async () => {
    expect(await sameTerm('ja', 'がく', 'かく')).toBe(false);
    expect(await sameTerm('ru', 'мой', 'мои')).toBe(false);
    expect(await termsOf('ko', '한국어')).toEqual(['한국어']);
  });

  test('stop words and lone letters are no terms, also with an apostrophe', async () => {
    expect(await termsOf('en', "I can't log in to the shop")).toEqual(['log', 'shop']);
    expect(await termsOf('de', 'Ich habe das nicht')).toEqual([]);
  });

  test('apostrophes join in English and part in French', async () => {
    expect(await sameTerm('en', 'servers', 'server’s')).toBe(true);
    expect(await termsOf('fr', 'l’adresse')).toEqual(await termsOf('fr', 'adresse'));
  });

  test('a number with dots is one term', async () => {
    expect(await termsOf('en', 'Version 115.2.3.')).toEqual(['version', '11523']);
  });

  test('scripts without spaces are cut into words', async () => {
    expect(await termsOf('zh', '请修改密码')).toEqual(['修改', '密码']);
    expect(await termsOf('ja', 'パスワードを変更する')).toContain('パスワード');
    expect((await termsOf('th', 'เปลี่ยนรหัสผ่าน')).length).toBeGreaterThan(1);
  });

  test('Hebrew is read, and an unknown language keeps its words', async () => {
    expect(await termsOf('he', 'איפוס סיסמה')).toHaveLength(2);
    expect(await termsOf('xx', 'Zorgon blips')).toEqual(['zorgon', 'blips']);
    expect(await termsOf('constructor', 'still works')).toEqual(['still', 'works']);
  });

  test('each term knows where it stands', async () => {
    const text = 'Reset the Pässword!';
    const [, second] = (await analyserOf('en')).terms(text);
    expect(text.slice(second?.from, second?.to)).toBe('Pässword');
  });

  test('thirty lines of letters without a space are no word', async () => {
    expect(await termsOf('en', 'a'.repeat(10_000))).toEqual([]);
  });
});
