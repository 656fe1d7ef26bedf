import { DetailedError } from "tus-js-client";

const MiB = 1024 * 1024;

/** "1.2 GB", "34 MB", "560 KB". */
export function bytes(count: number): string {
  if (count >= 1024 * MiB) return `${(count / 1024 / MiB).toFixed(1)} GB`;
  if (count >= 10 * MiB) return `${Math.round(count / MiB)} MB`;
  if (count >= MiB) return `${(count / MiB).toFixed(1)} MB`;
  return `${Math.max(1, Math.round(count / 1024))} KB`;
}

/** "约剩 3 分钟". */
export function remaining(seconds: number): string {
  if (seconds < 10) return "马上就好";
  if (seconds < 90) return `约剩 ${Math.round(seconds / 10) * 10} 秒`;
  if (seconds < 5400) return `约剩 ${Math.round(seconds / 60)} 分钟`;
  return `约剩 ${(seconds / 3600).toFixed(1)} 小时`;
}

/** Whole per cent; 100 only when everything has arrived. */
export const percent = (sent: number, size: number): number => (size > 0 ? Math.floor((sent / size) * 100) : 0);

const safe = (part: number): string => (part > 0 ? `已传的 ${part}% 不会丢。` : "");

export const interrupted = (part: number): string => `这段网络断了，点“继续”就能接着传，${safe(part) || "还没开始传。"}`;
export const offline = (part: number): string => `现在没有网络，连上以后会自己接着传。${safe(part)}`;
export const retrying = (part: number): string => `网络不稳，正在自动重试。${safe(part)}`;
export const chooseAgain = (part: number): string => `已传 ${part}%，重新选择同一个文件就能接着传。`;
export const unreadable = "没能读出这个文件。它可能被移动了，或还没有从云端下载到本机，请重新选择一次。";
export const expired = "这次上传已经过期，请移除后重新选择这个文件。";
export const empty = "这个文件是空的，请换一个。";
export const already = "这个文件已经在下面了。";
export const tooBig = (limit: number): string => `这个文件太大了，最多 ${bytes(limit)}。`;
export const tooMany = (limit: number): string => `一次最多 ${limit} 个视频。`;

/** What went wrong, when the server said it itself (problem+json), or null when nobody answered. */
export function refusal(error: Error): string | null {
  const response = error instanceof DetailedError ? error.originalResponse : null;
  const status = response?.getStatus() ?? 0;
  if (status < 400) return null;
  try {
    const detail = (JSON.parse(response!.getBody()) as { detail?: string }).detail;
    if (detail) return detail;
  } catch {
    // Not JSON: some proxy answered in the server's place.
  }
  if (status === 404 || status === 410) return expired;
  return status < 500 ? "服务器没有收下这个文件，请移除后重新选择。" : null;
}
