import "htmx.org";
import { copyButtons } from "./copy";
import { all, one, scriptsRun } from "./dom";
import { keepWhileConfirming } from "./desk/confirming";
import { countDown } from "./desk/countdown";
import { everywhere } from "./desk/everywhere";
import { keyboard } from "./desk/keyboard";
import { live } from "./desk/live";
import { keepSelection, queueKeys } from "./desk/queue";
import { scrubPosters } from "./desk/scrub";
import { actTogether } from "./desk/together";

scriptsRun();
scrubPosters();
actTogether();
countDown();
keepWhileConfirming();
live();
copyButtons("请长按文字复制");
one(".nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }); // on a phone the entries run past the edge

// One table of keys to a page; 审稿页 and 比一比 have their own (review.ts, compare.ts).
if (!one(".piece, [data-pair]")) keyboard([...(one("[data-search]") ? queueKeys : []), ...everywhere]);
keepSelection();

// Ctrl+Enter sends the form one types in; 一起处理 has several buttons, and one of them must be chosen.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
  const form = (event.target as HTMLElement).closest<HTMLFormElement>("form[method=post]:not(#together)");
  if (form) form.requestSubmit();
});

// A button with data-opens="id" opens that dialog, data-closes closes the one around it.
document.addEventListener("click", (event) => {
  const target = event.target as HTMLElement;
  const opener = target.closest<HTMLElement>("[data-opens]");
  if (opener) (document.getElementById(opener.dataset.opens!) as HTMLDialogElement | null)?.showModal();
  else if (target.closest("[data-closes]")) target.closest("dialog")?.close();
});

// A filter takes effect when it is changed; without scripts there is a button.
for (const form of all<HTMLFormElement>("form[data-filters]")) form.addEventListener("change", () => form.requestSubmit());

// A decision is sent once.
document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => all<HTMLFormElement>("form[data-sent]").forEach((form) => delete form.dataset.sent));
