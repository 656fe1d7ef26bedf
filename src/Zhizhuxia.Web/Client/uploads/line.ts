import { need, one } from "../dom";
import { fingerprint } from "./fingerprint";
import { remembered } from "./memory";
import { Row } from "./row";
import { type Place, Transfer } from "./transfer";
import { Verdicts } from "./verdicts";
import * as words from "./words";

/** The files of one form, sent one after another in the order they were chosen. */
export class Line {
  readonly transfers: Transfer[] = [];
  /** Called after every step of any file. */
  changed: () => void = () => {};
  private readonly place: Place;
  private readonly input: HTMLInputElement;
  private readonly rows = new Map<Transfer, Row>();
  private readonly verdicts: Verdicts;

  constructor(private readonly box: HTMLElement, draft: string) {
    this.place = { endpoint: box.dataset.uploads!, draft };
    this.verdicts = new Verdicts(`${box.dataset.verdicts!}&draft=${draft}`, this.transfers);
    this.input = need<HTMLInputElement>("input[type=file]", box);
    // The files go their own way; the form must not send them a second time.
    this.input.removeAttribute("name");
    this.input.multiple = true;
    this.input.addEventListener("change", () => void this.choose([...(this.input.files ?? [])]));
    this.catchDrops();
    for (const known of remembered(draft)) {
      const transfer = this.add(new Transfer(this.place, known.fingerprint, known.name, known.size, null));
      void transfer.check();
    }
    if (this.input.files?.length) void this.choose([...this.input.files]); // chosen before this script was there
    addEventListener("online", () => this.goOn());
    document.addEventListener("visibilitychange", () => document.hidden || this.goOn());
    setInterval(() => this.draw(), 1000);
  }

  get busy(): boolean {
    return this.transfers.some((t) => t.underWay || t.stage === "waiting");
  }

  /** Files that wait for the reader: paused, stopped, refused, or to be chosen again. */
  get stuck(): Transfer | undefined {
    return this.transfers.find((t) => ["paused", "stopped", "refused", "lost"].includes(t.stage));
  }

  /** Whole per cent of everything chosen. */
  get percent(): number {
    const sum = (of: (t: Transfer) => number): number => this.transfers.reduce((total, t) => total + of(t), 0);
    return words.percent(sum((t) => t.sent), sum((t) => t.size));
  }

  async clear(): Promise<void> {
    await Promise.all(this.transfers.map((t) => t.remove()));
  }

  private async choose(files: File[]): Promise<void> {
    this.complain("");
    for (const file of files) await this.take(file);
    this.input.value = "";
    this.next();
  }

  private async take(file: File): Promise<void> {
    const limit = Number(this.box.dataset.maxBytes);
    const most = Number(this.box.dataset.maxFiles);
    if (file.size === 0) return this.complain(words.empty);
    if (file.size > limit) return this.complain(words.tooBig(limit));
    const print = await fingerprint(file).catch(() => null);
    if (!print) return this.complain(words.unreadable);

    const known = this.transfers.find((t) => t.fingerprint === print);
    if (known?.stage === "lost") return known.found(file);
    if (known) return this.complain(words.already);
    if (this.transfers.length >= most) return this.complain(words.tooMany(most));
    this.add(new Transfer(this.place, print, file.name, file.size, file));
  }

  private add(transfer: Transfer): Transfer {
    const row = new Row(need<HTMLTemplateElement>("template", this.box), transfer, (text) => this.say(text));
    this.transfers.push(transfer);
    this.rows.set(transfer, row);
    need("[data-files]", this.box).append(row.element);
    row.onToggle(() => (transfer.underWay ? transfer.pause() : this.resume(transfer)));
    row.onRemove(() => this.remove(transfer));
    transfer.changed = () => {
      row.draw();
      this.next();
      this.verdicts.await();
      this.changed();
    };
    this.changed();
    return transfer;
  }

  private remove(transfer: Transfer): void {
    transfer.changed = () => {};
    this.transfers.splice(this.transfers.indexOf(transfer), 1);
    this.rows.get(transfer)?.element.remove();
    this.rows.delete(transfer);
    void transfer.remove();
    this.input.focus();
    this.next();
    this.changed();
  }

  private resume(transfer: Transfer): void {
    const sending = this.transfers.find((t) => t.underWay);
    sending?.pause();
    transfer.start();
  }

  /** Starts the next waiting file when nothing is under way. */
  private next(): void {
    if (this.transfers.some((t) => t.underWay)) return;
    this.transfers.find((t) => t.stage === "waiting")?.start();
  }

  /** The network or the page came back: whatever was not paused by hand goes on. */
  private goOn(): void {
    if (this.transfers.some((t) => t.stage === "sending")) return;
    this.transfers.find((t) => t.stage === "offline" || t.stage === "stopped")?.start();
  }

  private draw(): void {
    for (const [transfer, row] of this.rows) if (transfer.stage === "sending") row.draw();
  }

  private catchDrops(): void {
    const drop = one(".drop", this.box);
    if (!drop) return;
    const over = (event: DragEvent, is: boolean): void => {
      event.preventDefault();
      drop.classList.toggle("over", is);
    };
    drop.addEventListener("dragover", (event) => over(event, true));
    drop.addEventListener("dragleave", (event) => over(event, false));
    drop.addEventListener("drop", (event) => {
      over(event, false);
      void this.choose([...(event.dataTransfer?.files ?? [])]);
    });
  }

  /** One sentence below the button to choose files; empty takes it away. */
  complain(text: string): void {
    need("[data-complaint]", this.box).textContent = text;
  }

  private say(text: string): void {
    need("[data-said]", this.box).textContent = text;
  }
}
