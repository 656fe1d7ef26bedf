/** A small picture of the film and where it is pasted up. */
export interface Picture {
  /** Seconds. */
  from: number;
  until: number;
  /** Address of the sheet. */
  sheet: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE = /([\d:.]+) --> ([\d:.]+)\s*\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g;

const seconds = (time: string): number => time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

/** Reads the list of small pictures (WebVTT, media fragments); sheets lie beside it. */
export function pictures(vtt: string, address: string): Picture[] {
  return [...vtt.matchAll(CUE)].map(([, from, until, file, x, y, width, height]) => ({
    from: seconds(from!), until: seconds(until!), sheet: new URL(file!, new URL(address, location.href)).href,
    x: Number(x), y: Number(y), width: Number(width), height: Number(height),
  }));
}

/** Shows small pictures in a frame; each sheet is fetched once, when it is first needed. */
export class Storyboard {
  private list: Picture[] = [];
  private readonly sheets = new Map<string, HTMLImageElement>();

  constructor(private readonly frame: HTMLElement) {}

  async load(address: string): Promise<void> {
    const answer = await fetch(address);
    if (answer.ok) this.list = pictures(await answer.text(), address);
  }

  /** Shows the picture of this moment; false if there is none. */
  show(at: number): boolean {
    const picture = this.list.find(({ until }) => at < until) ?? this.list[this.list.length - 1];
    if (!picture) return false;
    const sheet = this.sheet(picture.sheet);
    for (const other of this.sheets.values()) other.hidden = other !== sheet;
    sheet.style.transform = `translate(${-picture.x}px, ${-picture.y}px)`;
    this.frame.style.width = `${picture.width}px`;
    this.frame.style.height = `${picture.height}px`;
    return true;
  }

  private sheet(address: string): HTMLImageElement {
    const known = this.sheets.get(address);
    if (known) return known;
    const image = new Image();
    image.alt = "";
    image.src = address;
    this.frame.append(image);
    this.sheets.set(address, image);
    return image;
  }
}
