import { all, isTyping, one } from "../dom";

/** 队列 by keyboard: j/k move, Enter opens, / searches. One row is selected at a time. */
export function queueKeys(): void {
  if (!one("[data-search]")) return;

  const move = (by: number): void => {
    const list = all("[data-row]");
    if (!list.length) return;
    const at = list.findIndex((row) => row.classList.contains("selected"));
    const next = list[Math.min(Math.max(0, at + by), list.length - 1)]!;
    list.forEach((row) => row.classList.toggle("selected", row === next));
    one("a", next)?.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("keydown", (event) => {
    if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "Enter" && event.target === document.body) one(".selected a")?.click();
    else if (event.key === "/") {
      event.preventDefault();
      one<HTMLInputElement>("[data-search]")?.focus();
    }
  });
}
