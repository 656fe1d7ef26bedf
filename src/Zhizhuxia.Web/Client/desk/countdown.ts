import { all } from "../dom";

/** <time data-until="ISO">: the time left, in minutes and seconds. At its end the page is looked at anew. */
export function countDown(): void {
  const clocks = all<HTMLElement>("[data-until]");
  if (clocks.length === 0) return;
  const shown = Date.now();
  const tick = (): void => {
    for (const clock of clocks) {
      const left = Math.ceil((Date.parse(clock.dataset.until!) - Date.now()) / 1000);
      clock.textContent = left > 0 ? `${Math.floor(left / 60)} 分 ${String(left % 60).padStart(2, "0")} 秒` : "正在发出";
      if (left <= 0 && Date.parse(clock.dataset.until!) > shown) {
        clearInterval(timer);
        setTimeout(() => location.reload(), 3000);
      }
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
}
