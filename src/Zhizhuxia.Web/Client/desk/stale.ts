import { all, one } from "../dom";

/** Once the piece has changed elsewhere, the server refuses what this page would decide or save: its buttons rest, and what was typed stays to be copied. */
export function restWhenStale(): void {
  const panel = one(".decide");
  if (!panel) return;
  const rest = (): void => {
    const stale = one("#holder[data-stale=true]", panel) !== null;
    for (const button of all<HTMLButtonElement>("form[data-rests] button")) button.disabled = stale;
  };
  new MutationObserver(rest).observe(panel, { subtree: true, childList: true, attributeFilter: ["data-stale"] });
}
