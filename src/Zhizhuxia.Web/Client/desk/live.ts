const AGAIN = 20_000;
const SOON = 5_000;

/**
 * Keeps the open page true without a reload. The stream only says that a part has changed ("live-queue" and so on at the body); htmx then fetches that
 * part. What the page has is remembered as the stream's last id, so that after a lost connection exactly what differs is fetched. A page that nobody
 * sees lets go of its connection: a browser has few of them.
 */
export function live(): void {
  const { live: address, liveSince } = document.body.dataset;
  if (!address || !("EventSource" in window)) return;
  let since = liveSince ?? "";
  let source: EventSource | null = null;
  let timer = 0;

  const open = (): void => {
    source?.close();
    clearTimeout(timer);
    if (document.hidden) return;
    source = new EventSource(`${address}${address.includes("?") ? "&" : "?"}since=${encodeURIComponent(since)}`);
    source.onopen = () => lost(false);
    source.onerror = () => {
      lost(true);
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN); // refused: signed out, or too many windows
    };
    for (const name of ["queue", "piece", "work", "notes"]) {
      source.addEventListener(name, (event) => {
        since = event.lastEventId;
        document.body.dispatchEvent(new CustomEvent(`live-${name}`));
      });
    }
  };

  // A part that could not be fetched is still missing: everything is asked for again.
  for (const name of ["htmx:error", "htmx:response:error"]) {
    document.addEventListener(name, () => {
      since = "";
      clearTimeout(timer);
      timer = setTimeout(open, SOON);
    });
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? (source?.close(), clearTimeout(timer)) : open()));
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  open();
}

let telling = 0;

/** Says so when the connection stays away; each minute it is made anew, which is no news. */
function lost(now: boolean): void {
  if (!now) {
    clearTimeout(telling);
    telling = 0;
    document.getElementById("live-lost")?.remove();
  } else if (!telling) telling = setTimeout(tell, SOON); // each further try fails as well; the first one counts
}

function tell(): void {
  const line = document.createElement("p");
  line.id = "live-lost";
  line.className = "live-lost";
  line.setAttribute("role", "status");
  line.textContent = "和服务器的连接断了，正在重连；页面上的数字和进度可能不是最新的。";
  document.body.append(line);
}
