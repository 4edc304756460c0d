import type { AppTokens } from '../app-tokens';
import { refusalIn } from './portal-error';
import { send } from './sending';
import type { Fetch } from './sending';

/** Where an app keeps its tokens: the keychain of a phone, a file that only its owner reads. */
export interface TokenStore {
  load(): AppTokens | null | Promise<AppTokens | null>;
  save(tokens: AppTokens | null): void | Promise<void>;
}

/** Keeps tokens as long as the program runs. */
export const inMemory = (): TokenStore => {
  let held: AppTokens | null = null;
  return { load: () => held, save: (tokens) => void (held = tokens) };
};

/** The tokens of an app, and new ones when they are over. */
export const tokenKeeper = (store: TokenStore, fetch: Fetch, base: string) => {
  let refreshing: Promise<AppTokens | null> | null = null;

  const refresh = async (old: AppTokens): Promise<AppTokens | null> => {
    // Never twice: a refresh token that is shown again ends its device.
    const answer = await send(fetch, `${base}/auth/refresh`, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ refreshToken: old.refreshToken }) }, 0);
    if (answer.status === 401) {
      await store.save(null);
      return null;
    }
    if (!answer.ok) throw await refusalIn(answer);
    const { data } = (await answer.json()) as { data: AppTokens };
    await store.save(data);
    return data;
  };

  return {
    current: async (): Promise<AppTokens | null> => store.load(),
    save: (tokens: AppTokens | null) => store.save(tokens),
    /** New tokens in place of those that were refused; null where only signing in helps. Many calls that are refused together ask once. */
    async renewed(refused: AppTokens): Promise<AppTokens | null> {
      const present = await store.load();
      if (present && present.accessToken !== refused.accessToken) return present;
      refreshing ??= refresh(refused).finally(() => (refreshing = null));
      return refreshing;
    },
  };
};
