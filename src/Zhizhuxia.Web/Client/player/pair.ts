import type { Key } from "../desk/keyboard";
import { need } from "../dom";
import { timecode } from "./time";

/** One of two films; its own time is that of the first plus `offset`. */
interface Side { video: HTMLVideoElement; offset: number }

const SEEK = 5;
/** Seconds apart, above which a film jumps; below, it runs a little faster or slower until it is there. */
const JUMP = 0.4;

/** Two films under one bar: played, stopped and moved together, the same moment side by side. */
export class Pair {
  private readonly bar: HTMLInputElement;
  private readonly button: HTMLButtonElement;
  /** Now, in the time of the first film; below zero where the second began earlier. */
  private now = 0;
  private playing = false;
  private before = 0;

  constructor(private readonly box: HTMLElement, private readonly sides: readonly Side[]) {
    this.bar = need("[data-seek]", box);
    this.button = need("[data-do=play]", box);
    const listen = need<HTMLSelectElement>("[data-listen]", box);
    this.button.addEventListener("click", () => this.toggle());
    this.bar.addEventListener("input", () => this.seek(Number(this.bar.value)));
    listen.addEventListener("change", () => this.listenTo(Number(listen.value)));
    for (const { video } of sides) {
      video.controls = false;
      video.addEventListener("click", () => this.toggle());
      for (const name of ["loadedmetadata", "durationchange"]) video.addEventListener(name, () => this.measure());
    }
    this.listenTo(0);
    this.measure();
  }

  /** Its part of the page's table. */
  get keys(): Key[] {
    return [
      { keys: " ", words: "一起播放或暂停", button: "[data-pair] [data-do=play]", shared: true },
      { keys: "ArrowLeft", words: "一起后退 5 秒", needs: "[data-pair] [data-seek]", run: () => this.seek(this.now - SEEK) },
      { keys: "ArrowRight", words: "一起前进 5 秒", needs: "[data-pair] [data-seek]", run: () => this.seek(this.now + SEEK) },
    ];
  }

  private get from(): number { return Math.min(...this.sides.map((side) => -side.offset)); }

  private get to(): number { return Math.max(...this.sides.map((side) => this.length(side) - side.offset)); }

  private length = ({ video }: Side): number => (Number.isFinite(video.duration) ? video.duration : 0);

  private measure(): void {
    [this.bar.min, this.bar.max] = [String(this.from), String(this.to)];
    if (!this.playing) this.seek(this.now);
  }

  private listenTo(which: number): void {
    this.sides.forEach((side, at) => (side.video.muted = at !== which));
  }

  private toggle(): void {
    if (!this.playing && this.now >= this.to - 0.05) this.seek(this.from);
    this.playing = !this.playing;
    this.button.setAttribute("aria-pressed", String(this.playing));
    this.before = performance.now();
    if (this.playing) requestAnimationFrame((time) => this.step(time));
    else this.halt();
  }

  private seek(to: number): void {
    this.now = Math.min(Math.max(this.from, to), this.to);
    for (const side of this.sides) {
      const at = this.now + side.offset;
      side.video.currentTime = Math.min(Math.max(0, at), this.length(side));
    }
    this.show();
  }

  private inside = (side: Side): boolean => this.now + side.offset >= 0 && this.now + side.offset < this.length(side) - 0.02;

  /** The clock stands while one of the two that should run is not ready, so that neither gets ahead. */
  private step(time: number): void {
    if (!this.playing) return;
    const running = this.sides.filter(this.inside);
    const ready = running.every(({ video }) => !video.seeking && video.readyState >= HTMLMediaElement.HAVE_FUTURE_DATA);
    if (ready) this.now += Math.min(0.25, Math.max(0, (time - this.before) / 1000));
    this.before = time;
    if (this.now >= this.to - 0.02) return this.toggle();
    for (const side of this.sides) this.place(side, ready);
    this.show();
    requestAnimationFrame((next) => this.step(next));
  }

  private place(side: Side, ready: boolean): void {
    const { video, offset } = side;
    if (!ready || !this.inside(side)) return video.pause();
    const ahead = video.currentTime - (this.now + offset);
    if (Math.abs(ahead) > JUMP) video.currentTime = this.now + offset;
    else video.playbackRate = Math.min(1.5, Math.max(0.5, 1 - ahead * 2));
    if (video.paused) void video.play().catch(() => undefined);
  }

  private halt(): void {
    for (const { video } of this.sides) video.pause();
    this.seek(this.now);
  }

  private show(): void {
    this.bar.value = String(this.now);
    const words = timecode(this.now - this.from);
    need("[data-time]", this.box).textContent = words;
    this.bar.setAttribute("aria-valuetext", words);
    for (const side of this.sides) side.video.classList.toggle("outside", !this.inside(side));
  }
}
