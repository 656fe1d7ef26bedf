import { need } from "../dom";
import type { Transfer } from "./transfer";
import * as words from "./words";

const BUTTON: Partial<Record<Transfer["stage"], string>> = {
  sending: "暂停", retrying: "暂停", offline: "暂停", paused: "继续", stopped: "继续",
};

function facts(transfer: Transfer): string {
  const { stage, size, percent, rate, sent } = transfer;
  const speed = rate.perSecond;
  switch (stage) {
    case "waiting": return `排队等候 · ${words.bytes(size)}`;
    case "paused": return `已暂停，已传 ${percent}%`;
    case "retrying": return words.retrying(percent);
    case "offline": return words.offline(percent);
    case "stopped": return transfer.reason || words.interrupted(percent);
    case "refused": return transfer.reason;
    case "lost": return words.chooseAgain(percent);
    case "done": return `已传完 · ${words.bytes(size)} · ${transfer.checked ? "检查通过" : "正在检查"}`;
    case "sending": return [
      `${percent}%`,
      words.bytes(size),
      speed ? `${words.bytes(speed)}/秒` : "",
      speed ? words.remaining((size - sent) / speed) : "",
    ].filter(Boolean).join(" · ");
  }
}

/** One file in the list, drawn from the page's <template>; its words come from <facts> alone. */
export class Row {
  readonly element: HTMLElement;
  private readonly toggle: HTMLButtonElement;
  private drawn: Transfer["stage"] | "" = "";

  constructor(template: HTMLTemplateElement, private readonly transfer: Transfer, private readonly say: (words: string) => void) {
    this.element = (template.content.cloneNode(true) as DocumentFragment).firstElementChild as HTMLElement;
    this.toggle = need<HTMLButtonElement>("[data-toggle]", this.element);
    need("[data-name]", this.element).textContent = transfer.name;
    need("progress", this.element).setAttribute("aria-label", `${transfer.name} 的上传进度`);
    this.draw();
  }

  onToggle(run: () => void): void {
    this.toggle.addEventListener("click", run);
  }

  onRemove(run: () => void): void {
    const button = need("[data-remove]", this.element);
    button.setAttribute("aria-label", `移除 ${this.transfer.name}`);
    button.addEventListener("click", run);
  }

  draw(): void {
    const { transfer } = this;
    const text = facts(transfer);
    this.element.dataset.state = transfer.stage;
    need("[data-facts]", this.element).textContent = text;
    need<HTMLProgressElement>("progress", this.element).value = transfer.percent;
    this.toggle.hidden = !(transfer.stage in BUTTON);
    need("[data-label]", this.toggle).textContent = BUTTON[transfer.stage] ?? "";
    this.toggle.classList.toggle("on", BUTTON[transfer.stage] === "暂停");
    // Screen readers hear each new stage once, never the running figures.
    if (this.drawn && this.drawn !== transfer.stage) this.say(`${transfer.name}:${text}`);
    this.drawn = transfer.stage;
  }
}
