import { all, one } from "../dom";
import type { Key } from "./keyboard";
import { reveal } from "./tabs";

/** A note with a moment; one on the whole piece cannot be stepped to. */
const NOTE = ".note-at:not(.whole)";

/** Keys of 审稿页. What cannot be done now says why. */
export const pieceKeys: Key[] = [
  { keys: "c", words: "认领", button: "[data-claim]" },
  { keys: "n", words: "写批注（记下播放到的时间）", button: "[data-note-opens]" },
  verb("p", "通过、刊发", ["Pass", "Publish"]),
  verb("r", "退回初审", ["ReturnToFirst"]),
  verb("t", "退回复审", ["ReturnToSecond"]),
  verb("b", "请读者补充", ["Ask"]),
  verb("d", "不采用、下线", ["Decline", "TakeDown"]),
  { keys: "j", words: "下一条批注", needs: NOTE, run: () => step(1) },
  { keys: "k", words: "上一条批注", needs: NOTE, run: () => step(-1) },
  { keys: "e", words: "改内容", needs: "#c-title", run: () => edit() },
  { keys: "v", words: "比较版本", needs: "#versions select", run: () => compare() },
  { keys: "1", words: "材料", button: "#tab-material" },
  { keys: "2", words: "往来", button: "#tab-mails" },
  { keys: "3", words: "核查", button: "#tab-checks" },
  { keys: "4", words: "流水", button: "#tab-log" },
];

function verb(keys: string, words: string, verbs: string[]): Key {
  const free = verbs.map((name) => `details[data-verb=${name}] > summary`).join(", ");
  const blocked = verbs.map((name) => `.verb[data-verb=${name}] > .button`).join(", ");
  return { keys, words, button: `${free}, ${blocked}`, run: () => (one(free) ? open(one(free)!.parentElement as HTMLDetailsElement) : why(one(blocked)!)) };
}

/** Opens the form of a verb, with the first field under the hands. */
export function open(form: HTMLDetailsElement): void {
  form.open = true;
  one("input:not([type=hidden]), select, textarea, button", one("form", form) ?? form)?.focus();
  form.scrollIntoView({ block: "nearest" });
}

function why(button: HTMLElement): void {
  const reason = one(".reason", button.parentElement!);
  if (!reason) return;
  reason.tabIndex = -1;
  reason.focus();
}

function step(by: number): void {
  const list = all(NOTE);
  const at = list.indexOf(document.activeElement as HTMLElement);
  const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(Math.max(0, at + by), list.length - 1)];
  next?.focus();
  if (next?.matches("button")) next.click();
}

function edit(): void {
  const field = one<HTMLInputElement>("#c-title");
  if (!field) return;
  reveal(field);
  field.focus();
}

function compare(): void {
  const field = one("#versions select");
  if (!field) return;
  reveal(field);
  field.focus();
}
