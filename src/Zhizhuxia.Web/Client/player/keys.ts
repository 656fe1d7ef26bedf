import { all, need, one } from "../dom";
import type { Key } from "../desk/keyboard";
import { clock, timecode } from "./time";

const SEEK = 5;
const SPEEDS = [0.25, 0.5, 1, 1.25, 1.5, 2];

/** Safari on iPhones knows only its own full screen, of the film alone. */
type PhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

/** Buttons and keys of the film on 审稿页: Space, ←/→ 5 s, `,`/`.` one frame, `<`/`>` speed, M mute, F full screen. */
export class Player {
  private readonly video: HTMLVideoElement;
  private readonly speed: HTMLSelectElement | null;
  /** Seconds of one frame. */
  private readonly frame: number;

  constructor(private readonly box: HTMLElement) {
    this.video = need<HTMLVideoElement>("video", box);
    this.speed = one<HTMLSelectElement>("[data-speed]", box);
    this.frame = 1 / (Number(box.dataset.fps) || 25);
    for (const button of all<HTMLButtonElement>("[data-do]", box)) {
      button.addEventListener("click", () => this.run(button.dataset.do!));
    }
    this.speed?.addEventListener("change", () => (this.video.playbackRate = Number(this.speed!.value)));
    this.showTime();
    this.showSound();
  }

  /** Its part of the page's table. */
  get keys(): Key[] {
    const key = (keys: string, command: string, words: string, shared = false): Key => ({ keys, words, button: `[data-do=${command}]`, shared, run: () => this.run(command) });
    return [
      key(" ", "play", "播放或暂停", true), key("ArrowLeft", "back", "后退 5 秒"), key("ArrowRight", "forward", "前进 5 秒"), key(",", "frame-back", "上一格"), key(".", "frame-next", "下一格"),
      { keys: "<", words: "放慢", needs: "[data-speed]", run: () => this.run("slower") }, { keys: ">", words: "加快", needs: "[data-speed]", run: () => this.run("faster") },
      key("m", "mute", "静音"), key("f", "full", "全屏"),
    ];
  }

  private run(command: string): void {
    const { video } = this;
    switch (command) {
      case "play": return video.paused ? void video.play() : video.pause();
      case "back": return this.seek(-SEEK);
      case "forward": return this.seek(SEEK);
      case "frame-back": return this.still(-this.frame);
      case "frame-next": return this.still(this.frame);
      case "slower": return this.setSpeed(-1);
      case "faster": return this.setSpeed(1);
      case "mute": return void (video.muted = !video.muted);
      case "full": return this.full();
    }
  }

  private seek(by: number): void {
    this.video.currentTime = Math.max(0, this.video.currentTime + by); // the browser keeps to the end: Chromium jumps to 0 from a moment just before it
  }

  /** One picture on or back; a playing film stops first. */
  private still(by: number): void {
    this.video.pause();
    this.seek(by);
  }

  private setSpeed(by: number): void {
    const at = SPEEDS.indexOf(this.video.playbackRate);
    const rate = SPEEDS[Math.min(Math.max(0, (at < 0 ? 2 : at) + by), SPEEDS.length - 1)]!;
    this.video.playbackRate = rate;
    if (this.speed) this.speed.value = String(rate);
  }

  private full(): void {
    if (document.fullscreenElement) return void document.exitFullscreen();
    if (this.box.requestFullscreen) return void this.box.requestFullscreen();
    (this.video as PhoneVideo).webkitEnterFullscreen?.();
  }

  private showSound(): void {
    const button = one("[data-do=mute]", this.box);
    this.video.addEventListener("volumechange", () => button?.setAttribute("aria-pressed", String(this.video.muted)));
  }

  private showTime(): void {
    const words = one("[data-timecode]", this.box);
    if (!words) return;
    const whole = Number(words.dataset.timecode);
    const show = (): void => {
      const length = whole || this.video.duration || 0;
      words.textContent = `${timecode(this.video.currentTime)} / ${clock(Math.round(length))}`;
    };
    for (const name of ["timeupdate", "seeked", "loadedmetadata", "durationchange"]) this.video.addEventListener(name, show);
    show();
  }
}
