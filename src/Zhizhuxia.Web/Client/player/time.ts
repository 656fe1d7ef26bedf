const pad = (n: number): string => String(n).padStart(2, "0");

/** "0:07" below an hour, "1:02:07" above. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return `${h ? `${h}:${pad(m)}` : m}:${pad(s)}`;
}

/** The same with tenths: "0:07.3". */
export const timecode = (seconds: number): string => `${clock(seconds)}.${Math.floor(Math.max(0, seconds) * 10) % 10}`;
