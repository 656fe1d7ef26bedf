import { DetailedError, Upload } from "tus-js-client";
import { forget, recall, remember } from "./memory";
import { Rate } from "./rate";
import * as words from "./words";

export type Stage = "waiting" | "sending" | "paused" | "retrying" | "offline" | "stopped" | "refused" | "done" | "lost";

// Together 141 s of trying; tus-js-client starts anew after every piece that got through.
const RETRY_DELAYS = [0, 1000, 2000, 3000, 5000, 10000, 15000, 20000, 25000, 30000, 30000];
const CHUNK = 8 * 1024 * 1024;

export interface Place {
  /** Where uploads are created. */
  endpoint: string;
  /** The submission being filled in. */
  draft: string;
}

/** One file on its way. Tells <changed> about every step; knows nothing of the page. */
export class Transfer {
  stage: Stage = "waiting";
  /** The sentence of the server, or our own, when the file was refused or stopped. */
  reason = "";
  sent = 0;
  /** Bytes the server has acknowledged: what is not lost whatever happens. */
  private kept = 0;
  /** The server has looked into the film and can use it. */
  checked = false;
  readonly rate = new Rate();
  changed: () => void = () => {};
  private upload: Upload | null = null;
  private url: string | null;

  constructor(
    readonly place: Place,
    readonly fingerprint: string,
    readonly name: string,
    readonly size: number,
    /** Null when the browser only remembers the upload and the reader has to choose the file again. */
    private file: File | null,
  ) {
    const known = recall(place.draft, fingerprint);
    this.url = known?.url ?? null;
    this.sent = this.kept = known?.offset ?? 0;
    if (!file) this.stage = this.sent === size ? "done" : "lost";
  }

  /** Last segment of the upload's address; empty before it has one. */
  get token(): string {
    return this.url?.split("/").pop() ?? "";
  }

  get percent(): number {
    return words.percent(this.sent, this.size);
  }

  /** Still to be sent without the reader doing anything. */
  get underWay(): boolean {
    return this.stage === "sending" || this.stage === "retrying" || this.stage === "offline";
  }

  /** Starts or goes on. Does nothing for a file that is not at hand. */
  start(): void {
    if (!this.file || this.stage === "done") return;
    this.reason = "";
    this.upload ??= this.build(this.file);
    this.rate.reset();
    this.to("sending");
    this.upload.start();
  }

  pause(): void {
    void this.upload?.abort();
    this.to("paused");
  }

  /** The reader chose the file again after a reload. */
  found(file: File): void {
    this.file = file;
    this.to("waiting");
  }

  /** Takes the file back, on the server too. */
  async remove(): Promise<void> {
    await this.upload?.abort();
    forget(this.place.draft, this.fingerprint);
    if (this.url) await Upload.terminate(this.url, { retryDelays: [1000, 3000] }).catch(() => undefined);
  }

  /** Asks the server how much it has; used for what only the memory of this browser knows. */
  async check(): Promise<void> {
    if (!this.url) return;
    const answer = await fetch(this.url, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } }).catch(() => null);
    if (!answer) return;
    if (answer.ok) this.arrived(Number(answer.headers.get("Upload-Offset") ?? this.sent));
    else if (answer.status === 404 || answer.status === 410) this.refuse(words.expired);
    this.to(this.stage === "refused" ? "refused" : this.sent === this.size ? "done" : "lost");
  }

  /** A refusal before anything was sent, or by the server. */
  refuse(reason: string): void {
    this.reason = reason;
    this.to("refused");
  }

  private build(file: File): Upload {
    return new Upload(file, {
      endpoint: this.place.endpoint,
      uploadUrl: this.url,
      chunkSize: CHUNK,
      retryDelays: RETRY_DELAYS,
      storeFingerprintForResuming: false,
      metadata: {
        draft: this.place.draft,
        fingerprint: this.fingerprint, // the same file announced twice is one upload
        filename: file.name,
        type: file.type,
        lastModified: String(file.lastModified),
      },
      onUploadUrlAvailable: () => this.at(this.upload?.url ?? null),
      onAfterResponse: (request, response) => {
        // After a HEAD that is not 2xx tus-js-client begins a new upload; a server that is only starting must not cost the bytes.
        if (request.getMethod() === "HEAD" && response.getStatus() >= 429) throw new Error(`HEAD answered ${response.getStatus()}`);
      },
      onProgress: (sent) => this.progressed(sent),
      onChunkComplete: (_, accepted) => this.arrived(accepted),
      onShouldRetry: (error) => this.mayRetry(error),
      onError: (error) => this.failed(error),
      onSuccess: () => {
        this.arrived(this.size);
        this.to("done");
      },
    });
  }

  private at(url: string | null): void {
    if (url !== this.url) this.kept = 0;
    this.url = url;
    this.arrived(this.kept);
  }

  private progressed(sent: number): void {
    this.sent = sent;
    this.rate.add(sent);
    this.to("sending");
  }

  private arrived(offset: number): void {
    this.sent = this.kept = offset;
    const { draft } = this.place;
    if (this.url) remember({ draft, fingerprint: this.fingerprint, name: this.name, size: this.size, url: this.url, offset });
    this.changed();
  }

  private mayRetry(error: DetailedError): boolean {
    const status = error.originalResponse?.getStatus() ?? 0;
    const passing = status < 400 || status === 409 || status === 423 || status === 429 || (status >= 500 && status !== 507);
    if (!navigator.onLine || !passing) return false;
    this.to("retrying");
    return true;
  }

  private failed(error: Error): void {
    if (this.stage === "paused") return;
    const answer = error instanceof DetailedError ? error.originalResponse?.getStatus() ?? 0 : -1;
    this.reason = words.refusal(error) ?? "";
    if (answer < 0) this.refuse(words.unreadable);
    else if (answer === 507 || answer === 429 || !this.reason) this.to(navigator.onLine ? "stopped" : "offline");
    else this.to("refused");
  }

  private to(stage: Stage): void {
    if (stage !== "sending") this.sent = this.kept; // what was under way is not here
    this.stage = stage;
    this.changed();
  }
}
