import { useSyncExternalStore } from 'react';

/** How an agent wants to be told of a new chat besides the number in the menu; nothing unless he chose it. */
export interface Alerts {
  sound: boolean;
  notice: boolean;
}

const place = 'portal.chat-alerts';
const none: Alerts = { sound: false, notice: false };
const listeners = new Set<() => void>();

const read = (): Alerts => {
  try {
    return { ...none, ...(JSON.parse(localStorage.getItem(place) ?? '{}') as Partial<Alerts>) };
  } catch {
    return none;
  }
};
let chosen = read();

/** Keeps the choice in this browser. */
export const chooseAlerts = (alerts: Alerts): void => {
  chosen = alerts;
  try {
    localStorage.setItem(place, JSON.stringify(alerts));
  } catch {
    // Then it holds in this tab only.
  }
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** What the agent chose. */
export const useAlerts = (): Alerts => useSyncExternalStore(subscribe, () => chosen);

/** Asks the browser whether it may show notices; false where it may not. */
export const askForNotices = async (): Promise<boolean> => 'Notification' in window && (await Notification.requestPermission()) === 'granted';

/** Two short, quiet tones. A browser in which nobody has clicked yet stays silent. */
const ring = (): void => {
  const audio = new AudioContext();
  const gain = new GainNode(audio, { gain: 0.08 });
  gain.connect(audio.destination);
  for (const [index, frequency] of [660, 880].entries()) {
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(gain);
    tone.start(audio.currentTime + index * 0.16);
    tone.stop(audio.currentTime + index * 0.16 + 0.12);
  }
  setTimeout(() => void audio.close(), 1000);
};

/** Tells of a new chat as the agent chose. A notice shows only while he looks at something else. */
export const alertOf = (words: string): void => {
  if (chosen.sound) ring();
  if (chosen.notice && document.visibilityState === 'hidden' && 'Notification' in window && Notification.permission === 'granted') new Notification(words, { tag: place });
};
