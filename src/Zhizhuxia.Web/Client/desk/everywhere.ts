import type { Key } from "./keyboard";

/** Keys of every page of the desk. */
export const everywhere: Key[] = [
  { keys: "g q", words: "到队列", button: ".nav a[href='/desk']" },
  { keys: "g i", words: "到收信", button: ".nav a[href='/desk/inbox']" },
  { keys: "g m", words: "到发信", button: ".nav a[href='/desk/mail']" },
  { keys: "?", words: "看快捷键", button: "[data-opens=keys]" },
];
