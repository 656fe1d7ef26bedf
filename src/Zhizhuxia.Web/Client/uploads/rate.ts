/** Speed over the last few seconds, so that the remaining time does not jump with every piece. */
export class Rate {
  private readonly window = 8000;
  private samples: { at: number; sent: number }[] = [];

  add(sent: number, at: number = performance.now()): void {
    const last = this.samples[this.samples.length - 1];
    if (last && sent < last.sent) this.samples = [];
    if (!last || at - last.at > 200 || sent < last.sent) this.samples.push({ at, sent });
    while (this.samples.length > 2 && at - this.samples[0]!.at > this.window) this.samples.shift();
  }

  reset(): void {
    this.samples = [];
  }

  /** Bytes per second; null until there is enough to say. */
  get perSecond(): number | null {
    const first = this.samples[0];
    const last = this.samples[this.samples.length - 1];
    if (!first || !last || last.at - first.at < 800) return null;
    return ((last.sent - first.sent) / (last.at - first.at)) * 1000;
  }
}
