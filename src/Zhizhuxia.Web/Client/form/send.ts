import { need } from "../dom";
import type { Line } from "../uploads/line";

/** 提交: waits for uploads under way and then sends by itself, once. */
export class Send {
  private waiting = false;
  private sent = false;
  private readonly button: HTMLButtonElement;
  private readonly words: HTMLElement;
  private readonly usual: string;

  constructor(private readonly form: HTMLFormElement, private readonly line: Line, private readonly needsFilm: () => boolean) {
    this.button = need<HTMLButtonElement>("[data-submit]", form);
    this.words = need("[data-waiting]", form);
    this.usual = this.button.textContent ?? "";
    form.addEventListener("submit", (event) => this.pressed(event));
    need("[data-not-yet]", form).addEventListener("click", () => this.stop(""));
    // Coming back with the browser's 后退 shows the page as it was left, button and all.
    addEventListener("pageshow", () => this.ready());
    addEventListener("beforeunload", (event) => {
      if (this.line.busy && !this.sent) event.preventDefault();
    });
  }

  /** A file made a step: perhaps everything is there now. */
  step(): void {
    if (!this.waiting) return;
    const stuck = this.line.stuck;
    if (stuck) this.stop(`“${stuck.name}”还没传完，请先处理它，再点提交。`);
    else if (this.line.busy) this.tell(`视频还在上传（${this.line.percent}%），传完会自动提交，请不要关闭这一页。`);
    else this.form.requestSubmit(this.button);
  }

  private pressed(event: SubmitEvent): void {
    if (this.sent) return event.preventDefault();
    if (this.needsFilm() && this.line.transfers.length === 0) {
      event.preventDefault();
      this.line.complain("请先选择视频。");
      need("input[type=file]", this.form).focus();
      return;
    }
    if (this.line.busy || this.line.stuck) {
      event.preventDefault();
      this.waiting = true;
      this.show();
      this.step();
      return;
    }
    this.sent = true;
    this.waiting = false;
    this.show();
    this.tell("");
    this.button.setAttribute("aria-disabled", "true");
    this.button.textContent = "正在提交…";
  }

  private stop(words: string): void {
    this.waiting = false;
    this.show();
    this.tell(words);
  }

  private ready(): void {
    this.sent = false;
    this.button.removeAttribute("aria-disabled");
    this.button.textContent = this.usual;
  }

  private show(): void {
    need("[data-not-yet]", this.form).hidden = !this.waiting;
    this.button.hidden = this.waiting;
  }

  private tell(words: string): void {
    this.words.textContent = words;
    this.words.hidden = !words;
  }
}
