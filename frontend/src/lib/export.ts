// What a view gives away: a picture, a table, and the lines of Python that find its numbers.

export interface Exporter {
  name: string;
  svg?: () => string;
  csv?: () => (string | number)[][];
}

// As XML takes it, which has no control characters; tokens may be such.
const escape = (text: string) => text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/gu, "\ufffd").replace(/[<>&"]/g, (character) => `&#${character.charCodeAt(0)};`);

export function vectorOf(width: number, height: number, boxes: { box: number[]; fill: string; text?: string }[], title: string): string {
  const px = Math.max(8, height / 30);
  const drawn = boxes.map(({ box: [x1, y1, x2, y2], fill, text }) => {
    const area = `<rect x="${x1}" y="${y1}" width="${x2 - x1}" height="${y2 - y1}" fill="${fill}"/>`;
    return text ? `${area}<text x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2}" font-size="${Math.min((y2 - y1) * 0.42, ((x2 - x1) * 1.5) / Math.max(2, text.length))}" fill="#888" text-anchor="middle" dominant-baseline="central">${escape(text)}</text>` : area;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height + 2 * px}" width="${width}" height="${height + 2 * px}" font-family="system-ui, sans-serif"><title>${escape(title)}</title>${drawn.join("")}<text x="2" y="${height + 1.4 * px}" font-size="${px}" fill="#777">${escape(title)}</text></svg>`;
}

export const gridVector = (values: ArrayLike<number>, rows: number, columns: number, fill: (value: number) => string, title: string) =>
  vectorOf(columns * 20, rows * 20, Array.from({ length: rows * columns }, (_, nth) => ({ box: [(nth % columns) * 20, Math.floor(nth / columns) * 20, (nth % columns) * 20 + 19, Math.floor(nth / columns) * 20 + 19], fill: fill(values[nth]) })), title);

export function save(name: string, content: Blob | string, type = "text/plain") {
  const blob = typeof content === "string" ? new Blob([content], { type }) : content;
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

// Numbers travel as float16, of which four digits are more than all; pixels of large pictures have a decimal.
const digits = (value: number) => (Number.isInteger(value) || !Number.isFinite(value) ? value : Math.abs(value) < 1000 ? Number(value.toPrecision(4)) : Math.round(10 * value) / 10);
const cell = (value: string | number) => (typeof value === "number" ? String(digits(value)) : /[",\n]/.test(value) ? `"${value.replace(/"/g, '""')}"` : value);
export const table = (rows: (string | number)[][]) => rows.map((row) => row.map(cell).join(",")).join("\n") + "\n";

export async function bitmap(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.max(1, 1200 / Math.max(image.width, image.height));
  const canvas = Object.assign(document.createElement("canvas"), { width: image.width * scale, height: image.height * scale });
  canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(blob!)));
}

const base64 = (bytes: Uint8Array) => {
  let text = "";
  for (let start = 0; start < bytes.length; start += 32768) text += String.fromCharCode(...bytes.subarray(start, start + 32768));
  return btoa(text);
};

async function dataUrl(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error("The server does not give the picture any more; ask again, then save.");
  const blob = await response.blob();
  return `data:${blob.type};base64,${base64(new Uint8Array(await blob.arrayBuffer()))}`;
}

// The whole study as one page: this bundle, and everything that was looked at so far.
export async function wholePage(study: { id: string; bytes: Uint8Array; raw: Map<string, Uint8Array>; images: { frames: unknown[] }[]; answer: unknown[]; sweeps: unknown[] }, pictureUrl: (image: number, frame: number) => string, said: { title: string; text: string; tabs: string[] }): Promise<string> {
  const [script, style] = await Promise.all(["app.js", "app.css"].map(async (name) => (await fetch(`assets/${name}`)).text()));
  const pictures = await Promise.all(study.images.map((image, nth) => Promise.all(image.frames.map((_, frame) => dataUrl(pictureUrl(nth, frame))))));
  const views = Object.fromEntries([...study.raw].map(([key, bytes]) => [key, base64(bytes)]));
  const data = JSON.stringify({ ...said, id: study.id, answer: study.answer, sweeps: study.sweeps, tokens: base64(study.bytes), pictures, views }).replace(/</g, "\\u003c");
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data: blob:; style-src 'unsafe-inline'; script-src 'unsafe-inline'"><link rel="icon" href="data:,"><title>${escape(said.title)}</title><style>${style}</style></head><body><div id="app" data-start></div><script type="application/json" id="study">${data}</script><script type="module">${script}</script></body></html>`;
}
