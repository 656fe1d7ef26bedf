import "htmx.org";
import { all, isTyping, one, scriptsRun } from "./dom";
import { countDown } from "./desk/countdown";
import { queueKeys } from "./desk/queue";

scriptsRun();
queueKeys();
countDown();

// "?" shows the keys of the page; a button with data-opens="id" opens that dialog, data-closes closes the one around it.
document.addEventListener("keydown", (event) => {
  if (event.key === "?" && !isTyping(event)) one<HTMLDialogElement>("dialog[data-keys]")?.showModal();
});
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
