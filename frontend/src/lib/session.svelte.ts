// One selection, shown by every view: what was asked, and what is looked at.

import * as images from "./images";
import { Failure, type ImageRef, type ModelInfo, type Part, type Source, type Turn } from "./source";
import { unpack, type Tensor, type View } from "./wire";

export interface Token {
  position: number;
  id: number;
  text: string;
  kind: string;
  image: number;
  frame: number;
  row: number;
  column: number;
  tile: number;
  tileRow: number;
  tileColumn: number;
  global: boolean;
  box: [number, number, number, number] | null;
}
export interface Word {
  id: number;
  text: string;
}
export interface Step {
  token: Word;
  position: number;
  top: (Word & { p: number })[];
  ends: boolean;
}
export interface ImageInfo {
  size: [number, number];
  kind: string;
  boxed: boolean;
  grids: { rows: number; columns: number; frame: number; tile: number[] | null; global: boolean }[];
  frames: { area: [number, number, number, number] }[];
}
export interface Upload extends ImageRef {
  frames?: string[];
  fps?: number;
}
export type Paint = "none" | "attention" | "sources" | "word" | "top" | "readers" | "sweep";
export const TABS = ["attribution", "attention", "lens", "causes"] as const;
export type Tab = (typeof TABS)[number];

export interface Change {
  kind: string;
  point: string;
  layers: number[] | null;
  heads: number[] | null;
  positions: number[] | null;
  keys: number[] | null;
  strength: number;
  source: string | null;
  on: boolean;
}

// A study that is open: its tokens, and what was found about it.
export class Study {
  tokens: Token[] = [];
  images: ImageInfo[];
  nPrompt: number;
  nLayers: number;
  nHeads: number;
  model: string;
  expectedBytes: number;
  code: string;
  answer = $state<Step[]>([]);
  answering = $state(false);
  raw = new Map<string, Uint8Array>();
  private views = new Map<string, Promise<View>>();

  constructor(readonly source: Source, readonly id: string, view: View) {
    const { arrays, about } = view, at = (name: string) => arrays[name].data;
    const boxes = at("boxes");
    this.tokens = about.strings.map((text: string, position: number) => {
      const box = Array.from(boxes.slice(4 * position, 4 * position + 4)) as Token["box"];
      return {
        position, text, id: at("ids")[position], kind: about.kinds[at("kinds")[position]], image: at("images")[position], frame: at("frames")[position],
        row: at("rows")[position], column: at("columns")[position], tile: at("tiles")[position], tileRow: at("tile_rows")[position], tileColumn: at("tile_columns")[position],
        global: !!at("globals")[position], box: box!.some(Number.isNaN) ? null : box,
      };
    });
    this.images = about.images;
    this.nPrompt = about.n_prompt;
    this.nLayers = about.n_layers;
    this.nHeads = about.n_heads;
    this.model = about.model;
    this.expectedBytes = about.expected_bytes;
    this.code = about.code;
  }

  // What a position says in a few letters.
  label(position: number): string {
    const token = this.tokens[position];
    if (!token) return this.answer[position - this.nPrompt]?.token.text ?? "";
    if (token.kind !== "image" || token.row < 0) return token.text;
    const where = [this.images.length > 1 ? `image ${token.image + 1}` : "", token.frame >= 0 ? `frame ${token.frame + 1}` : "", token.tileRow >= 0 ? `tile ${token.tileRow + 1},${token.tileColumn + 1}` : token.global ? "global" : ""];
    return [...where, `row ${token.row + 1} column ${token.column + 1}`].filter(Boolean).join(" ");
  }

  view(name: string, asked: object): Promise<View> {
    const key = `${name} ${JSON.stringify(asked)}`;
    let found = this.views.get(key);
    if (!found) {
      found = this.source.raw(this.id, name, asked).then((bytes) => (this.raw.set(key, bytes), unpack(bytes)));
      this.views.set(key, found);
      found.catch(() => this.views.delete(key));
    }
    return found;
  }

  forget() {
    this.views.clear();
    this.raw.clear();
  }
}

const numbers = (text: string | null) => (text ? text.split(",").map(Number).filter(Number.isFinite) : []);
const numberOr = <T>(text: string | null, other: T) => (text !== null && text !== "" && Number.isFinite(Number(text)) ? Number(text) : other);

export class Session {
  models = $state.raw<ModelInfo[]>([]);
  model = $state("");
  question = $state("What is in the image?");
  system = $state("");
  earlier = $state.raw<Turn[]>([]);
  prefill = $state("");
  uploads = $state.raw<Upload[]>([]);
  example = $state<number | null>(null);
  truth = $state<string | null>(null);
  temperature = $state(0);
  maxNew = $state(48);

  study = $state.raw<Study | null>(null);
  clean = $state.raw<Study | null>(null);
  second = $state.raw<Study | null>(null);
  secondUpload = $state.raw<Upload | null>(null);
  secondExample = $state<number | null>(null);

  focus = $state<number | null>(null);
  target = $state.raw<Word | null>(null);
  contrast = $state.raw<Word | null>(null);
  place = $state<number | null>(null);
  layer = $state<number | null>(null);
  head = $state<number | null>(null);
  lensLayer = $state<number | null>(null);
  words = $state.raw<string[]>([]);
  paint = $state<Paint>("none");
  tab = $state<Tab>("attribution");
  selected = $state.raw<ReadonlySet<number>>(new Set());
  changes = $state.raw<Change[]>([]);
  sweep = $state.raw<{ values: Float32Array | null; label: string } | null>(null);

  hoverHead = $state.raw<{ layer: number; head: number } | null>(null);
  hoverPlace = $state<number | null>(null);

  busy = $state(0);
  message = $state("");
  title = "";
  text = "";
  tabs = $state.raw<readonly Tab[]>(TABS);
  private run = 0;
  private stop: AbortController | null = null;

  constructor(readonly source: Source) {
    this.begin().catch((error) => this.fail(error));
  }

  get info() {
    return this.models.find((each) => each.name === this.model) ?? null;
  }
  get at() {
    return this.focus ?? (this.study ? this.study.nPrompt - 1 : 0);
  }
  get shownHead() {
    return this.hoverHead ?? (this.layer !== null && this.head !== null ? { layer: this.layer, head: this.head } : null);
  }
  get shownPlace() {
    return this.hoverPlace ?? this.place;
  }

  fail(error: unknown) {
    const failure = error as Failure;
    if (failure.name === "AbortError") return;
    this.message = failure.message || String(error);
  }

  // Runs something that asks the server, and says so while it runs.
  async during<T>(work: Promise<T>): Promise<T | null> {
    this.busy++;
    try {
      return await work;
    } catch (error) {
      if (error instanceof Failure && error.status === 404 && this.source.kind === "server" && this.study) {
        this.message = "The server has been started anew, or dropped this study; asking again.";
        await this.ask(false);
        this.message = "";
      } else this.fail(error);
      return null;
    } finally {
      this.busy--;
    }
  }

  private async begin() {
    if (this.source.given) {
      const given = this.source.given();
      this.title = given.title;
      this.text = given.text;
      const study = new Study(this.source, given.id, given.view);
      study.answer = given.answer ?? [];
      this.study = study;
      this.tabs = (given.tabs as Tab[]) ?? TABS;
      this.tab = this.tabs[0];
      this.restore(new URLSearchParams(location.hash.slice(1)));
      if (!this.tabs.includes(this.tab)) this.tab = this.tabs[0];
      this.afterAnswer();
      return;
    }
    for (;;) {
      try {
        this.models = await this.source.models();
        break;
      } catch (error) {
        this.fail(error);
        await new Promise((done) => setTimeout(done, 2000));
      }
    }
    this.message = "";
    const hash = new URLSearchParams(location.hash.slice(1));
    this.model = this.models.some((each) => each.name === hash.get("model")) ? hash.get("model")! : (this.models[0]?.name ?? "");
    if (hash.has("q")) {
      this.restore(hash);
      if (await this.bring(hash)) await this.ask(false);
    } else if (this.info?.examples) await this.takeExample(0, false);
    addEventListener("hashchange", () => this.moved());
  }

  private moved() {
    const hash = new URLSearchParams(location.hash.slice(1));
    if (hash.toString() !== this.written) this.restore(hash);
  }

  // --- the address ---

  private written = "";

  write() {
    const put: Record<string, string | number | null | undefined> = {
      model: this.model, q: this.question, system: this.system, prefill: this.prefill, example: this.example,
      images: this.uploads.map((each) => (each.frames ? `${each.frames.join("+")}@${each.fps}` : each.id)).join(","),
      turns: this.earlier.length ? JSON.stringify(this.earlier) : "",
      focus: this.focus, target: this.target && `${this.target.id}:${this.target.text}`, contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place, layer: this.layer, head: this.head, lens: this.lensLayer, words: this.words.join(","), paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === TABS[0] ? "" : this.tab, selected: [...this.selected].join(","), second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "", t: this.temperature || "",
    };
    const hash = new URLSearchParams();
    for (const [name, value] of Object.entries(put)) if (value !== null && value !== undefined && value !== "") hash.set(name, String(value));
    const text = hash.toString();
    if (!this.study || text === this.written) return;
    this.written = text;
    if (this.source.kind !== "kernel") history.replaceState(null, "", `#${text}`);
  }

  private restore(hash: URLSearchParams) {
    const word = (name: string): Word | null => {
      const [id, ...text] = (hash.get(name) ?? "").split(":");
      return id && Number.isInteger(Number(id)) ? { id: Number(id), text: text.join(":") } : null;
    };
    if (hash.has("q")) this.question = hash.get("q")!;
    this.system = hash.get("system") ?? "";
    this.prefill = hash.get("prefill") ?? "";
    this.temperature = numberOr(hash.get("t"), 0);
    this.focus = numberOr(hash.get("focus"), null);
    this.target = word("target");
    this.contrast = word("contrast");
    this.place = numberOr(hash.get("place"), null);
    this.layer = numberOr(hash.get("layer"), null);
    this.head = numberOr(hash.get("head"), null);
    this.lensLayer = numberOr(hash.get("lens"), null);
    this.words = (hash.get("words") ?? "").split(",").filter(Boolean);
    this.paint = (hash.get("paint") as Paint) || "none";
    this.tab = TABS.includes(hash.get("tab") as Tab) ? (hash.get("tab") as Tab) : TABS[0];
    this.selected = new Set(numbers(hash.get("selected")));
    try {
      this.changes = JSON.parse(hash.get("changes") ?? "[]");
      this.earlier = JSON.parse(hash.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }

  // The images that the address names, from the server, the example or this browser's store.
  private async bring(hash: URLSearchParams): Promise<boolean> {
    this.example = numberOr(hash.get("example"), null);
    if (this.example !== null) {
      try {
        const made = await this.source.example(this.model, this.example);
        this.truth = made.answer;
        if (made.images.map((each) => each.id).join(",") === hash.get("images")) this.uploads = made.images;
      } catch (error) {
        this.fail(error);
      }
    }
    const second = hash.get("second");
    if (second && second.length < 8) this.secondExample = Number(second);
    if (this.uploads.length) return true;
    const found: Upload[] = [];
    for (const item of (hash.get("images") ?? "").split(",").filter(Boolean)) {
      const [ids, fps] = item.split("@"), frames = ids.split("+");
      const refs: ImageRef[] = [];
      for (const id of frames) {
        const kept = await images.find(id);
        const known = kept ?? (await fetch(this.source.imageUrl(id)).then((each) => (each.ok ? each.blob() : null), () => null));
        if (!known) {
          this.message = "This address names an image that is neither on the server nor in this browser; add it again.";
          return false;
        }
        refs.push(await this.source.addImage(known));
      }
      found.push(fps ? { ...refs[0], frames: refs.map((each) => each.id), fps: Number(fps) || undefined } : refs[0]);
    }
    this.uploads = found;
    return true;
  }

  // --- asking ---

  async takeExample(number: number, asks = true) {
    const made = await this.during(this.source.example(this.model, number));
    if (!made) return;
    this.example = number;
    this.truth = made.answer;
    this.question = made.question;
    this.prefill = made.prefill;
    this.uploads = made.images;
    this.earlier = [];
    if (asks) await this.ask();
  }

  async addFiles(files: Iterable<File>, replace = false) {
    const added: Upload[] = replace ? [] : [...this.uploads];
    for (const file of files) {
      const upload = await this.during(this.upload(file));
      if (upload) added.push(upload);
    }
    this.uploads = added;
    this.example = null;
    this.truth = null;
  }

  async upload(file: File): Promise<Upload> {
    if (!file.type.startsWith("video/")) {
      const ref = await this.source.addImage(file);
      await images.keep(ref.id, file);
      return ref;
    }
    const { frames, fps } = await images.framesOf(file);
    const refs = [];
    for (const frame of frames) {
      const ref = await this.source.addImage(frame);
      await images.keep(ref.id, frame);
      refs.push(ref);
    }
    return { ...refs[0], frames: refs.map((each) => each.id), fps: Math.round(fps * 1000) / 1000 };
  }

  prompt(uploads = this.uploads) {
    const parts: Part[] = uploads.map((each) => (each.frames ? { type: "video", frames: each.frames, ...(each.fps ? { fps: each.fps } : {}) } : { type: "image", image: each.id }));
    const turns: Turn[] = [];
    if (this.system) turns.push({ role: "system", content: [{ type: "text", text: this.system }] });
    const own: Part[] = [{ type: "text", text: this.question }];
    if (this.earlier.length) turns.push(...this.earlier, { role: "user", content: own });
    else turns.push({ role: "user", content: [...parts, ...own] });
    return { model: this.model, turns, prefill: this.prefill };
  }

  async ask(fresh = true) {
    this.stop?.abort();
    const run = ++this.run, stop = (this.stop = new AbortController());
    this.message = "";
    this.busy++;
    try {
      const { id, view } = await this.source.open(this.prompt());
      if (run !== this.run) return;
      const study = new Study(this.source, id, view);
      if (fresh) {
        Object.assign(this, { focus: null, target: null, contrast: null, place: null, layer: null, head: null, paint: "none", lensLayer: null });
        this.selected = new Set();
        this.changes = [];
      }
      this.study = study;
      this.clean = null;
      this.sweep = null;
      study.answering = true;
      for await (const piece of this.source.stream(id, "answer", { max_new_tokens: this.maxNew, temperature: this.temperature, seed: 0 }, stop.signal)) {
        if (run !== this.run) return;
        study.answer = [...study.answer, piece.about];
      }
      study.answering = false;
      study.forget();
      this.afterAnswer();
    } catch (error) {
      if (run === this.run) this.fail(error);
    } finally {
      this.busy--;
      if (this.study) this.study.answering = false;
    }
  }

  private afterAnswer() {
    const first = this.study?.answer[0];
    if (first && !this.target) this.target = first.token;
    if (first && this.focus === null) this.focus = first.position;
    if (this.study && this.secondExample !== null && !this.second) this.openSecond(this.secondExample).catch((error) => this.fail(error));
    this.write();
  }

  goOn() {
    const turns = this.prompt().turns.filter((each) => each.role !== "system");
    const answer = this.study!.answer.filter((each) => !each.ends).map((each) => each.token.text).join("").trim();
    this.earlier = [...turns, { role: "assistant", content: [{ type: "text", text: answer || "…" }] }];
    this.question = "";
    this.prefill = "";
  }

  halt() {
    this.stop?.abort();
    this.run++;
    if (this.study) this.study.answering = false;
  }

  // The same question about another image.
  async openSecond(given: number | File) {
    let upload: Upload | null = null;
    if (typeof given === "number") {
      const made = await this.during(this.source.example(this.model, given));
      upload = made?.images[0] ?? null;
      this.secondExample = made ? given : null;
    } else {
      upload = await this.during(this.upload(given));
      this.secondExample = null;
    }
    if (!upload) return;
    this.secondUpload = upload;
    const opened = await this.during(this.source.open(this.prompt([upload, ...this.uploads.slice(1)])));
    if (!opened) return;
    const study = new Study(this.source, opened.id, opened.view);
    this.second = study;
    study.answering = true;
    try {
      for await (const piece of this.source.stream(study.id, "answer", { max_new_tokens: this.maxNew, temperature: 0, seed: 0 })) study.answer = [...study.answer, piece.about];
    } catch (error) {
      this.fail(error);
    }
    study.answering = false;
    study.forget();
  }

  // --- looking ---

  lookAt(step: Step) {
    this.focus = step.position;
    this.target = step.token;
    this.contrast = null;
    if (this.tabs.includes("attribution")) this.tab = "attribution";
  }
  takeHead(layer: number, head: number, paint: Paint = "attention") {
    this.layer = layer;
    this.head = head;
    this.paint = paint;
    this.hoverHead = null;
  }
  takePlace(position: number | null) {
    this.place = position;
    this.hoverPlace = null;
  }
  release() {
    if (this.hoverHead || this.hoverPlace !== null) {
      this.hoverHead = null;
      this.hoverPlace = null;
    }
    if (this.place !== null) this.place = null;
    else if (this.layer !== null) {
      this.layer = this.head = null;
      this.paint = "none";
    } else if (this.selected.size) this.selected = new Set();
  }
  toggle(positions: Iterable<number>, mode: "set" | "add" | "flip" = "set") {
    const chosen = new Set(mode === "set" ? [] : this.selected);
    for (const position of positions) {
      if (mode === "flip" && chosen.has(position)) chosen.delete(position);
      else chosen.add(position);
    }
    this.selected = chosen;
  }
}

// The values of one row of a tensor [a b c], without a copy.
export function rowOf(tensor: Tensor, ...index: number[]): Float32Array {
  const tail = tensor.shape.slice(index.length).reduce((a, b) => a * b, 1);
  let start = 0;
  index.forEach((each, nth) => (start += each * tensor.shape.slice(nth + 1).reduce((a, b) => a * b, 1)));
  return tensor.data.subarray(start, start + tail) as Float32Array;
}
