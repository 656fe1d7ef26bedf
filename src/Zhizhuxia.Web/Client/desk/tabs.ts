import { all, need, one } from "../dom";

/** Tabs that are links: with scripts they switch without a reload, by the keys of the pattern (← → Home End), and the address follows. */
export function tabs(): void {
  for (const box of all("[data-tabs]")) {
    const list = need("[data-tablist]", box);
    const links = all<HTMLAnchorElement>("a", list);
    dress(list, links);
    list.addEventListener("click", (event) => {
      const link = (event.target as HTMLElement).closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(links, link);
    });
    list.addEventListener("keydown", (event) => {
      const next = target(links, event.key);
      if (!next) return;
      event.preventDefault();
      event.stopPropagation(); // the arrows belong to the film elsewhere on the page
      open(links, next);
      next.focus();
    });
  }
}

/** Opens the tab an element is in, so that it can be seen. */
export function reveal(element: Element): void {
  const panel = element.closest(".tab-panel");
  if (panel?.hasAttribute("hidden")) one(`[data-panel="${panel.id}"]`)?.click();
}

function dress(list: HTMLElement, links: HTMLAnchorElement[]): void {
  list.setAttribute("role", "tablist");
  for (const link of links) {
    const panel = panelOf(link);
    link.setAttribute("role", "tab");
    link.setAttribute("aria-controls", panel.id);
    panel.setAttribute("role", "tabpanel");
    panel.setAttribute("aria-labelledby", link.id);
  }
  show(links, links.find((link) => link.hasAttribute("aria-current")) ?? links[0]!);
}

function open(links: HTMLAnchorElement[], chosen: HTMLAnchorElement): void {
  show(links, chosen);
  history.replaceState(null, "", chosen.href);
  if (chosen.dataset.seen) void tell(chosen);
}

/** What stood behind the tab counts as seen from now on, not before. */
async function tell(link: HTMLAnchorElement): Promise<void> {
  const address = link.dataset.seen!;
  delete link.dataset.seen;
  const answer = await fetch(address).catch(() => null);
  if (answer?.ok) one(".count", link)?.remove();
  else link.dataset.seen = address;
}

function show(links: HTMLAnchorElement[], chosen: HTMLAnchorElement): void {
  for (const link of links) {
    const now = link === chosen;
    panelOf(link).hidden = !now;
    link.setAttribute("aria-selected", String(now));
    link.tabIndex = now ? 0 : -1;
    if (now) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

const panelOf = (link: HTMLElement): HTMLElement => need(`#${link.dataset.panel}`);

function target(links: HTMLAnchorElement[], key: string): HTMLAnchorElement | undefined {
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (at < 0) return undefined;
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + links.length, Home: 0, End: links.length - 1 }[key];
  return to === undefined ? undefined : links[to % links.length];
}
