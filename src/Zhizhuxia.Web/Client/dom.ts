/** The first element that matches, or null. */
export const one = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T | null =>
  within.querySelector<T>(selector);

/** The first element that matches; a page without it was not built for this script. */
export function need<T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T {
  const found = within.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing on this page matches ${selector}`);
  return found;
}

export const all = <T extends Element = HTMLElement>(selector: string, within: ParentNode = document): T[] =>
  [...within.querySelectorAll<T>(selector)];

/** Tells the styles that scripts run: .js-only appears and .no-js disappears. */
export const scriptsRun = (): void => document.documentElement.classList.add("js");

/** True while the reader types in a field or an input method is composing; keys belong to the field then. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const target = event.target as HTMLElement | null;
  return !!target?.closest("input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]");
}
