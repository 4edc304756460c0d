import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { fieldError, refuseFields } from '../../platform/validate';
import type { Strapi } from '../../platform/domain';
import { ownerWords } from '../owner-words';
import type { PasswordOwner } from '../owner-words';
import { isInRange } from '../password-range';

/** Below a million guesses: lists and their variations are tried within seconds. */
const leastScore = 2;

interface Figures {
  breachedPasswords: 'offline' | 'range';
  breachedPasswordsUrl: string;
}

/**
 * Passwords that attackers try first. A list of fifty thousand leaked ones comes with the package and needs no network;
 * where `authentication.breachedPasswords` is `range`, a service is asked for all that ever leaked.
 */
export const knownPasswords = ({ strapi }: { strapi: Strapi }) => {
  let made: Promise<ZxcvbnFactory> | undefined;
  const make = async (): Promise<ZxcvbnFactory> => {
    // At the first password, not at the start: it takes a moment, and most nodes see few.
    const [{ ZxcvbnFactory: Estimator }, { dictionary, adjacencyGraphs }] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]);
    return new Estimator({ dictionary, graphs: adjacencyGraphs });
  };

  const isGuessable = async (password: string, owner: PasswordOwner): Promise<boolean> => {
    made ??= make();
    return (await made).check(password, ownerWords(owner)).score < leastScore;
  };
  const isLeaked = async (password: string): Promise<boolean> => {
    const { breachedPasswords, breachedPasswordsUrl } = strapi.config.get<Figures>('plugin::portal.authentication');
    if (breachedPasswords !== 'range') return false;
    const found = await isInRange(password, breachedPasswordsUrl);
    if (found === null) strapi.log.warn('Passwords: the service of leaked ones does not answer; the list that comes along decided alone.');
    return found ?? false;
  };

  return {
    /** 400 `guessable` at `field` for a password that is on a list, is a variation of one that is, or is made of the owner's own words. */
    async refuse(password: string, owner: PasswordOwner, field = 'password'): Promise<void> {
      if ((await isGuessable(password, owner)) || (await isLeaked(password))) refuseFields([fieldError(field, 'guessable')]);
    },
  };
};
