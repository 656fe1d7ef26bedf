import { one } from "../dom";

/** Waits until the reader has stopped typing. */
const PAUSE = 400;

/** Says below the field what the server has recognised in the pasted text. Whatever fails here stays silent: 提交 checks the same again. */
export function recogniseLinks(form: HTMLFormElement): void {
  const field = one<HTMLTextAreaElement>("[data-recognise]", form);
  const line = one("[data-recognised]", form);
  if (!field || !line) return;
  let timer = 0;
  let latest = 0;
  const ask = async (): Promise<void> => {
    const mine = ++latest;
    if (!field.value.trim()) {
      line.textContent = "";
      return;
    }
    try {
      const answer = await fetch("/api/v1/links/recognise", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ text: field.value }),
      });
      const words = answer.ok ? ((await answer.json()) as { sentence: string }).sentence : "";
      if (mine === latest) line.textContent = words;
    } catch {
      if (mine === latest) line.textContent = ""; // what it says is of other words
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void ask(), PAUSE);
  });
  void ask();
}
