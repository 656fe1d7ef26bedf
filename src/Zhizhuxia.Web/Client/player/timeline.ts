import { all, need, one } from "../dom";
import { Storyboard } from "./storyboard";
import { clock } from "./time";

interface Stretch { from: number; to: number; words: string }

/** 时间轴: where the film is, what it looks like elsewhere, and what the machine has marked. Takes the place of the browser's own bar. */
export class Timeline {
  private readonly bar: HTMLElement;
  private readonly peek: HTMLElement;
  private readonly board: Storyboard;
  private readonly stretches: Stretch[];
  /** Where the finger or the mouse holds the head, in seconds; null when it does not. */
  private held: number | null = null;
  /** What the peek shows, in seconds. */
  private looked = 0;

  constructor(private readonly box: HTMLElement, private readonly video: HTMLVideoElement) {
    this.bar = need("[role=slider]", box);
    this.peek = need("[data-peek]", box);
    this.board = new Storyboard(need(".peek-frame", this.peek));
    this.stretches = this.place();
    video.controls = false;
    video.addEventListener("click", () => (video.paused ? void video.play() : video.pause()));
    for (const name of ["timeupdate", "seeking", "loadedmetadata", "durationchange"]) video.addEventListener(name, () => this.show());
    video.addEventListener("seeked", () => this.follow());
    this.listen();
    this.show();
    if (box.dataset.storyboard) void this.board.load(box.dataset.storyboard).then(() => this.peek.hidden || this.look(this.looked));
  }

  /** Length of the whole film, also while its proxy still grows. */
  private get length(): number {
    return Number(this.box.dataset.seconds) || (Number.isFinite(this.video.duration) ? this.video.duration : 0);
  }

  /** Jumps; not beyond what there is of a proxy that still grows. */
  seek(to: number): void {
    const { seekable } = this.video;
    const end = seekable.length ? seekable.end(seekable.length - 1) : this.length;
    this.video.currentTime = Math.min(Math.max(0, to), end);
    this.show();
  }

  /** Puts the marks where they belong; widths in styles of the page would be forbidden by its policy. */
  private place(): Stretch[] {
    return all("[data-from]", this.bar).map((mark) => {
      const [from, to] = [Number(mark.dataset.from), Number(mark.dataset.to)];
      mark.style.left = this.share(from);
      mark.style.width = this.share(to - from);
      return { from, to, words: mark.dataset.words ?? "" };
    });
  }

  /** Where the film is, in seconds. */
  get now(): number {
    return this.video.currentTime;
  }

  /** Puts a pin where somebody has remarked something; those that stand there are taken away. */
  pin(times: number[]): void {
    for (const old of all(".pin", this.bar)) old.remove();
    for (const at of times) {
      const pin = document.createElement("span");
      pin.className = "pin";
      pin.style.left = this.share(at);
      this.bar.append(pin);
    }
  }

  private share = (seconds: number): string => `${Math.min(100, Math.max(0, (seconds / (this.length || 1)) * 100))}%`;

  private listen(): void {
    const { bar } = this;
    bar.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      bar.setPointerCapture(event.pointerId);
      this.hold(this.at(event));
    });
    bar.addEventListener("pointermove", (event) => {
      if (this.held === null) this.look(this.at(event));
      else this.hold(this.at(event));
    });
    for (const name of ["pointerup", "pointercancel"] as const) bar.addEventListener(name, (event) => this.release(event));
    bar.addEventListener("pointerleave", () => this.held === null && this.close());
    bar.addEventListener("blur", () => this.close());
    bar.addEventListener("keydown", (event) => this.key(event));
  }

  /** ← and → belong to the whole page (5 s); the rest is what a slider's user expects. */
  private key(event: KeyboardEvent): void {
    const { currentTime } = this.video;
    const to = {
      Home: 0, End: this.length, PageDown: currentTime - this.length / 10, PageUp: currentTime + this.length / 10, ArrowDown: currentTime - 1, ArrowUp: currentTime + 1,
    }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.seek(to);
    }
    if (to !== undefined || event.key.startsWith("Arrow")) requestAnimationFrame(() => this.look(this.video.currentTime));
  }

  private at(event: PointerEvent): number {
    const { left, width } = this.bar.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width)) * this.length;
  }

  private hold(at: number): void {
    this.held = at;
    if (!this.video.seeking) this.seek(at);
    this.look(at);
    this.show();
  }

  /** While the head is held, the film follows as fast as it can. */
  private follow(): void {
    if (this.held !== null && Math.abs(this.held - this.video.currentTime) > 0.05) this.seek(this.held);
    this.show();
  }

  private release(event: PointerEvent): void {
    if (this.held === null) return;
    this.seek(this.held);
    this.held = null;
    if (event.pointerType !== "mouse") this.close();
  }

  private look(at: number): void {
    this.looked = at;
    const pictured = this.board.show(at);
    need(".peek-frame", this.peek).hidden = !pictured;
    need(".peek-words", this.peek).textContent = this.words(at);
    this.peek.hidden = false;
    const half = this.peek.offsetWidth / 2;
    const x = (at / (this.length || 1)) * this.bar.clientWidth + this.bar.offsetLeft;
    this.peek.style.left = `${Math.min(Math.max(half, x), this.box.clientWidth - half)}px`;
  }

  private close(): void {
    this.peek.hidden = true;
  }

  private words(at: number): string {
    return [clock(at), ...this.stretches.filter(({ from, to }) => from <= at && at < to).map(({ words }) => words)].join(" ");
  }

  private show(): void {
    const at = this.held ?? this.video.currentTime;
    const share = this.share(at);
    need(".timeline-head", this.bar).style.left = share;
    need(".timeline-played", this.bar).style.width = share;
    const [time, ...marked] = this.words(at).split(" ");
    this.bar.setAttribute("aria-valuenow", at.toFixed(1));
    this.bar.setAttribute("aria-valuetext", [`${time}，共 ${clock(Math.round(this.length))}`, ...marked].join("，"));
  }
}

/** The bar of this player, if it has one; whatever has data-jump on the page jumps in it. */
export function timeline(player: HTMLElement): Timeline | null {
  const box = one("[data-timeline]", player);
  if (!box) return null;
  const bar = new Timeline(box, need<HTMLVideoElement>("video", player));
  document.addEventListener("click", (event) => {
    const jump = (event.target as HTMLElement).closest<HTMLElement>("[data-jump]");
    if (jump) bar.seek(Number(jump.dataset.jump));
  });
  return bar;
}
