import type { Transfer } from "./transfer";

interface Verdict {
  token: string;
  /** The server has finished looking into the film. */
  settled: boolean;
  /** Why the film cannot be used, or null. */
  refusal: string | null;
}

const PERIOD = 3000;
// A film that is not looked into by then is told about on the status page.
const PATIENCE = 60;

/** Asks the server about films that have arrived, until each is found good or refused. */
export class Verdicts {
  private asked = 0;
  private timer = 0;

  constructor(private readonly address: string, private readonly transfers: readonly Transfer[]) {}

  /** To be called when a film has arrived; asks until nothing is open. */
  await(): void {
    if (this.timer || !this.open.length) return;
    this.asked = 0;
    this.timer = setInterval(() => void this.ask(), PERIOD);
  }

  private get open(): Transfer[] {
    return this.transfers.filter((transfer) => transfer.stage === "done" && !transfer.checked);
  }

  private async ask(): Promise<void> {
    if (document.hidden) return;
    const answer = await fetch(this.address).catch(() => null);
    for (const verdict of answer?.ok ? ((await answer.json()) as Verdict[]) : []) this.tell(verdict);
    if (this.open.length && ++this.asked < PATIENCE) return;
    clearInterval(this.timer);
    this.timer = 0;
  }

  private tell(verdict: Verdict): void {
    const transfer = this.open.find((one) => one.token === verdict.token);
    if (!transfer || !verdict.settled) return;
    if (verdict.refusal) return transfer.refuse(verdict.refusal);
    transfer.checked = true;
    transfer.changed();
  }
}
