let lock: WakeLockSentinel | null = null;

/** A phone that goes to sleep cuts the upload; while <busy> its screen stays on, where the browser allows it. */
export function keepAwake(busy: boolean): void {
  if (!busy) return void lock?.release();
  if (lock && !lock.released) return;
  void navigator.wakeLock?.request("screen").then((held) => (lock = held), () => undefined);
}
