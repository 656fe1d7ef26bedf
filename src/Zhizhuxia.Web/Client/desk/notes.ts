import { all, one } from "../dom";
import type { Timeline } from "../player/timeline";
import { clock } from "../player/time";
import { open } from "./piece";

/** 批注: the field takes the moment the film is at; the list's times are pins on the bar; a note can go into what the reader is asked. */
export function notes(bar: Timeline | null): void {
  const form = one<HTMLFormElement>("form[data-note]");
  if (form) write(form, bar);
  const pin = (): void => bar?.pin(all(".film-note-row:not(.struck) .note-at[data-jump]").map((at) => Number(at.dataset.jump)));
  pin();
  document.addEventListener("htmx:after:swap", pin);
  document.addEventListener("click", (event) => {
    const button = (event.target as HTMLElement).closest<HTMLElement>("[data-asks]");
    if (button) ask(button.dataset.asks!);
  });
  const from = Number(new URLSearchParams(location.search).get("at"));
  if (from > 0) one<HTMLVideoElement>("[data-player] video")?.addEventListener("loadedmetadata", () => bar?.seek(from), { once: true });
}

type Asked = CustomEvent<{ ctx: { response?: { status: number } } }>;

function write(form: HTMLFormElement, bar: Timeline | null): void {
  const [text, at] = [one<HTMLTextAreaElement>("textarea", form)!, one<HTMLInputElement>("[name=at]", form)!];
  const shown = one("[data-note-time]", form);
  const sent = new WeakMap<object, { words: string; moment: string; shown: string }>();
  // The moment is that at which one began to write: the film may run on.
  const take = (): void => {
    if (!bar || text.value) return;
    at.value = bar.now.toFixed(2);
    if (shown) shown.textContent = clock(bar.now);
  };
  text.addEventListener("focus", take);
  one("[data-note-opens]")?.addEventListener("click", () => text.focus());
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    if (text.value.trim()) form.requestSubmit();
  });
  // What is on its way leaves the field at once, so that it cannot go twice and takes nothing with it that is written meanwhile; refused, it comes back.
  form.addEventListener("htmx:config:request", (event) => {
    sent.set((event as Asked).detail.ctx, { words: text.value, moment: at.value, shown: shown?.textContent ?? "" });
    form.reset();
    text.blur();
  });
  form.addEventListener("htmx:finally:request", (event) => {
    const { ctx } = (event as Asked).detail;
    const note = sent.get(ctx);
    if (!note || (ctx.response && ctx.response.status < 400)) return;
    text.value = text.value ? `${note.words}\n${text.value}` : note.words;
    at.value = note.moment;
    if (shown) shown.textContent = note.shown;
  });
}

/** Adds the words to what the reader will be asked; nothing is sent by it. */
function ask(words: string): void {
  const form = one<HTMLDetailsElement>("details[data-verb=Ask]");
  const field = form && one<HTMLTextAreaElement>("textarea", form);
  if (!form || !field) return;
  field.value = field.value ? `${field.value.trimEnd()}\n${words}` : words;
  open(form);
  field.focus();
}
