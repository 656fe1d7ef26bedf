import "./desk";
import { all, one } from "./dom";
import { ask, canUse, make, offers } from "./passkeys/ceremony";
import { sentence } from "./passkeys/words";

// Forms with data-passkey: "make" (a new one), "use" (by the button), "offer" (by the button, or as the browser offers it in the name field).
// The page's handler of the same address gives the options by GET and takes the credential by POST.
const Fresh = 4 * 60_000; // the server forgets what it asked for after five minutes
let offering: AbortController | null = null;

const optionsOf = (form: HTMLFormElement): string => form.action;

function say(form: HTMLFormElement, words: string | null): void {
  const note = one("[data-said]", form);
  if (!note) return;
  note.textContent = words ?? "";
  note.hidden = words === null;
}

function send(form: HTMLFormElement, credential: string): void {
  one<HTMLInputElement>("input[name=Credential]", form)!.value = credential;
  form.submit();
}

async function press(form: HTMLFormElement, event: SubmitEvent): Promise<void> {
  event.preventDefault();
  offering?.abort();
  offering = null;
  say(form, null);
  const button = one<HTMLButtonElement>("button", form)!;
  button.disabled = true;
  try {
    send(form, await (form.dataset.passkey === "make" ? make(optionsOf(form)) : ask(optionsOf(form))));
  } catch (error) {
    say(form, sentence(error));
    button.disabled = false;
    if (form.dataset.passkey === "offer") void offer(form);
  }
}

/** Lets the browser offer passkeys where the name would be typed; asked anew before the server forgets. */
async function offer(form: HTMLFormElement): Promise<void> {
  if (!(await offers())) return;
  const mine = (offering = new AbortController());
  const again = setTimeout(() => mine.abort("stale"), Fresh);
  try {
    send(form, await ask(optionsOf(form), mine.signal));
  } catch {
    if (mine.signal.reason === "stale" && offering === mine) void offer(form); // else nobody has asked: nothing to say
  } finally {
    clearTimeout(again);
  }
}

for (const form of all<HTMLFormElement>("form[data-passkey]")) {
  form.hidden = !canUse();
  form.addEventListener("submit", (event) => void press(form, event));
  if (canUse() && form.dataset.passkey === "offer") void offer(form);
}
for (const note of all("[data-no-passkeys]")) note.hidden = canUse();
