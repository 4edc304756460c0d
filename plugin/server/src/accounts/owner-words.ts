/** Whose password it is, and of which portal. */
export interface PasswordOwner {
  name: string;
  email: string;
  brand: string;
}

const squeezed = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** Words that somebody who knows the owner tries first: parts of name, address and brand, alone and together. */
export const ownerWords = ({ name, email, brand }: PasswordOwner): string[] => {
  const [local = '', host = ''] = email.split('@');
  const whole = [name, email, local, host, brand];
  const words = [...whole, ...whole.map(squeezed), ...whole.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))];
  // Two letters stand in many passwords by chance.
  return [...new Set(words.map((word) => word.toLowerCase()))].filter((word) => word.length > 2);
};
