import { goOn } from '../chain-types';
import type { Step } from '../chain-types';

/** Can we read it? What only the recipient's key opens, or what is signed as one sealed block, a person has to look at. */
export const encryption: Step = {
  name: 'encryption',
  decide({ type, parameters, text, html, files }) {
    const isSealed = type === 'multipart/encrypted' || /^application\/(x-)?pkcs7-mime$/.test(type);
    const isArmoured = html === '' && /^\s*-----BEGIN PGP MESSAGE-----/.test(text);
    const onlySealed = text.trim() === '' && html === '' && files.some(({ mime }) => /^application\/(x-)?pkcs7-mime$/.test(mime));
    return isSealed || isArmoured || onlySealed ? { kind: 'held', reason: 'encrypted', detail: parameters['smime-type'] ?? parameters.protocol ?? type } : goOn;
  },
};
