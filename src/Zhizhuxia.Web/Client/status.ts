import { all, need, one, scriptsRun } from "./dom";

scriptsRun();

// The QR code and the link of the receipt carry the code behind "#", which never leaves the browser: it goes on by POST.
const form = one<HTMLFormElement>("form[data-look-up]");
const code = decodeURIComponent(location.hash.slice(1));
if (form && code) {
  history.replaceState(null, "", location.pathname);
  need<HTMLInputElement>("[name$=Receipt]", form).value = code;
  form.requestSubmit();
}

addEventListener("hashchange", () => {
  const after = location.hash.slice(1);
  if (after && !document.getElementById(after)) location.reload(); // another letter's link, opened in the same tab
});

// While a film is being processed the part of the page that shows it is fetched anew: soon at first, then ever more seldom.
const again = one<HTMLFormElement>("form[data-refresh]");
const FIRST = 8000;
const LONGEST = 60_000;

async function look(again: HTMLFormElement, wait: number): Promise<void> {
  if (document.hidden) return later(again, wait);
  const live = need("[data-live]");
  const answer = await fetch(again.dataset.refresh!, {
    method: "POST", body: new FormData(again), headers: { "Status-Ticket": again.dataset.ticket! },
  }).catch(() => null);
  if (answer?.status === 404) return; // the ticket is too old: the button still works
  if (!answer?.ok) return later(again, Math.max(wait, 1000 * Number(answer?.headers.get("Retry-After") ?? 0)));
  const fresh = one("[data-live]", new DOMParser().parseFromString(await answer.text(), "text/html"));
  if (!fresh) return;
  const news = fresh.innerHTML !== live.innerHTML;
  if (news) renew(live, fresh);
  live.dataset.busy = fresh.dataset.busy;
  if (fresh.dataset.busy === "yes") later(again, news ? FIRST : Math.min(wait * 1.5, LONGEST));
}

/** What the reader had opened stays open, and what had the focus keeps it. */
function renew(live: HTMLElement, fresh: HTMLElement): void {
  const open = all<HTMLDetailsElement>("details", live).map((details) => details.open);
  const focused = all("summary, a", live).indexOf(document.activeElement as HTMLElement);
  live.innerHTML = fresh.innerHTML;
  all<HTMLDetailsElement>("details", live).forEach((details, at) => (details.open = open[at] ?? false));
  all("summary, a", live)[focused]?.focus();
}

const later = (again: HTMLFormElement, wait: number): void => void setTimeout(() => void look(again, wait), wait);

if (again?.dataset.ticket && one("[data-live]")?.dataset.busy === "yes") later(again, FIRST);
