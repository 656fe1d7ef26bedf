import { need, one, scriptsRun } from "./dom";

scriptsRun();

// The QR code and the link of the receipt carry the code behind "#", which never leaves the browser: it goes on by POST.
const form = one<HTMLFormElement>("form[data-look-up]");
const code = decodeURIComponent(location.hash.slice(1));
if (form && code) {
  history.replaceState(null, "", location.pathname);
  need<HTMLInputElement>("[name$=Receipt]", form).value = code;
  form.requestSubmit();
}

// While a film is being processed the piece of the page that shows it is fetched anew, by the same POST.
const live = one("[data-live]");
const again = one<HTMLFormElement>("form[data-refresh]");
// The server answers ten look-ups a minute.
const PERIOD = 8000;

async function refresh(): Promise<void> {
  if (document.hidden) return;
  const answer = await fetch(again!.action, { method: "POST", body: new FormData(again!) }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = one("[data-live]", page);
  if (!fresh) return;
  if (fresh.innerHTML !== live!.innerHTML) live!.innerHTML = fresh.innerHTML;
  if (fresh.dataset.busy !== "yes") clearInterval(timer);
}

let timer = 0;
if (live?.dataset.busy === "yes" && again) timer = setInterval(() => void refresh(), PERIOD);
