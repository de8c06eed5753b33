// One selection, shown by every view: what was asked, and what is looked at.

import { Changing, unchanged } from "./changes.svelte";
import * as images from "./images";
import { Failure, type ImageRef, type ModelInfo, type Part, type Source, type Stored, type Turn } from "./source";
import { Sweeping, titleOf } from "./sweeps.svelte";
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
// What a study was asked with: what the page said when it was sent, whatever is typed meanwhile.
export interface Asked {
  model: string;
  question: string;
  system: string;
  earlier: Turn[];
  prefill: string;
  uploads: Upload[];
  example: number | null;
  truth: string | null;
  temperature: number;
}
export type Paint = "none" | "feature" | "attention" | "sources" | "word" | "top" | "readers" | "sweep" | "find";
export const TABS = ["attribution", "attention", "lens", "features", "causes"] as const;
export type Tab = (typeof TABS)[number];

export interface Change {
  kind: string;
  point: string;
  layers: number[] | null;
  heads: number[] | null;
  positions: number[] | null;
  keys: number[] | null;
  image_keys: number[] | null;
  strength: number;
  source: string | null;
  dictionary: string | null;
  feature: number | null;
  on: boolean;
}

// A study that is open: its tokens, and what was found about it.
export class Study {
  tokens: Token[];
  keys: Token[]; // image features that cross-attention reads: of no position, so counted from -1 down
  images: ImageInfo[];
  mixers: string[]; // what mixes positions in each layer, in words
  attending: ReadonlySet<number>; // layers that look at positions,
  crossing: number[]; // and those that look at image features in their place
  nPrompt: number;
  nLayers: number;
  nHeads: number;
  model: string;
  dictionaries: { name: string; n_features: number | null; in_front?: boolean }[]; // in_front: of the decoder, where patches are
  costs: Record<string, number>; // of what takes long: passes over the prompt, and bytes
  passSeconds = $state(0); // that the pass over the prompt took
  code: string;
  answer = $state<Step[]>([]);
  answering = $state(false);
  asked: Asked | null = null;
  sweeps = $state.raw<Stored[]>([]); // that are finished, the newest first
  private numbers: number[] | null = null;
  raw = new Map<string, Uint8Array>();
  private views = new Map<string, Promise<View>>();

  constructor(readonly source: Source, readonly id: string, readonly bytes: Uint8Array) {
    const { arrays, about } = unpack(bytes);
    const token = (prefix: string, nth: number, position: number, text: string): Token => {
      const at = (name: string) => arrays[prefix + name]?.data[nth] ?? -1, box = Array.from(arrays[`${prefix}boxes`].data.slice(4 * nth, 4 * nth + 4)) as Token["box"];
      return {
        position, text, id: at("ids"), kind: about.kinds[at("kinds")], image: at("images"), frame: at("frames"), row: at("rows"), column: at("columns"),
        tile: at("tiles"), tileRow: at("tile_rows"), tileColumn: at("tile_columns"), global: at("globals") > 0, box: box!.some(Number.isNaN) ? null : box,
      };
    };
    this.tokens = about.strings.map((text: string, nth: number) => token("", nth, nth, text));
    this.keys = Array.from(arrays.key_kinds?.data ?? [], (_, nth) => token("key_", nth, -1 - nth, ""));
    this.mixers = about.mixers ?? [];
    this.attending = new Set(about.attending ?? Array.from({ length: about.n_layers }, (_, layer) => layer));
    this.crossing = about.crossing ?? [];
    this.numbers = about.numbers ?? null;
    this.images = about.images;
    this.nPrompt = about.n_prompt;
    this.nLayers = about.n_layers;
    this.nHeads = about.n_heads;
    this.model = about.model;
    this.dictionaries = about.dictionaries ?? [];
    this.costs = about.costs ?? {};
    this.passSeconds = about.pass_seconds ?? 0;
    this.code = about.code;
    for (const { name, asked } of about.sweeps ?? []) this.keepSweep(name, asked);
  }

  cost(name: string): { seconds: number; bytes: number } {
    return { seconds: this.passSeconds * (this.costs[`${name}_passes`] ?? 0), bytes: this.costs[`${name}_bytes`] ?? 0 };
  }
  // The number of a position in the prompt, where only some positions are here.
  number(position: number): number {
    return this.numbers?.[position] ?? position;
  }
  // What stands at a position, or which image feature it is.
  token(position: number): Token | undefined {
    return position < 0 ? this.keys[-1 - position] : this.tokens[position];
  }
  // What has a place in the images.
  get placed(): Token[] {
    return this.keys.length ? this.keys : this.tokens;
  }
  // What a position says in a few letters.
  label(position: number): string {
    const token = this.token(position);
    if (!token) return this.answer[position - this.nPrompt]?.token.text ?? "";
    if (position < 0 && token.row < 0) return token.image < 0 ? "filling" : `tile ${token.tileRow + 1},${token.tileColumn + 1} as a whole`;
    if (token.kind !== "image" || token.row < 0) return token.text;
    const where = [this.images.length > 1 ? `image ${token.image + 1}` : "", token.frame >= 0 ? `frame ${token.frame + 1}` : "", token.tileRow >= 0 ? `tile ${token.tileRow + 1},${token.tileColumn + 1}` : token.global ? "global" : ""];
    return [...where, `row ${token.row + 1} column ${token.column + 1}`].filter(Boolean).join(" ");
  }

  keepSweep(name: string, asked: object) {
    const key = keyOf(name, asked);
    this.sweeps = [{ title: titleOf(name, asked), text: "", name, asked }, ...this.sweeps.filter((each) => keyOf(each.name, each.asked) !== key)];
  }

  has(key: string): boolean {
    return this.views.has(key);
  }
  view(name: string, asked: object): Promise<View> {
    const key = keyOf(name, asked);
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

export const keyOf = (name: string, asked: object) => `${name} ${JSON.stringify(asked)}`;
const PROMPT = ["model", "q", "system", "prefill", "images", "turns", "t"]; // what of an address makes a prompt
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
  exampleName = $state(""); // of the file that it comes from
  truth = $state<string | null>(null);
  private trueOf = ""; // the example's own question, which the truth answers
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
  words = $state.raw<string[]>([]); // that the lens follows,
  word = $state(0); // and which of them is shown
  vision = $state(false); // whether the vision encoder's blocks stand in front
  granted = $state.raw<ReadonlySet<string>>(new Set()); // views that are wanted although they take long
  pattern = $state(false); // whether the picked head's whole pattern is shown
  find = $state("");
  least = $state(0.01); // words of less probability are not written
  paint = $state<Paint>("none");
  tab = $state<Tab>("attribution");
  selected = $state.raw<ReadonlySet<number>>(new Set());
  dictionary = $state(""); // whose features are shown: by name, the first where there is none of it
  feature = $state<number | null>(null);
  changes = $state.raw<Change[]>([]);
  changed = $state(false); // whether views are wanted of the changed model
  readonly changing = new Changing(this);
  readonly sweeping = new Sweeping(this);
  sweep = $state.raw<{ values: Float32Array | null; label: string } | null>(null);

  hoverHead = $state.raw<{ layer: number; head: number } | null>(null);
  hoverPlace = $state<number | null>(null);

  busy = $state(0);
  message = $state("");
  title = "";
  text = "";
  note = "";
  tabs = $state.raw<readonly Tab[]>(TABS);
  private run = 0;
  private stop: AbortController | null = null;

  constructor(readonly source: Source) {
    this.begin().catch((error) => this.fail(error));
  }

  // What the study that is shown was asked with.
  get asked(): Asked | null {
    return (this.clean ?? this.study)?.asked ?? null;
  }
  get draft(): Asked {
    const { model, question, system, earlier, prefill, uploads, example, temperature } = this;
    const truth = question.trim() === this.trueOf.trim() ? this.truth : null;
    return { model, question, system, earlier, prefill, uploads, example, truth, temperature };
  }
  // Whether something else would be asked now.
  get edited() {
    return this.asked !== null && JSON.stringify(this.prompt(this.draft)) !== JSON.stringify(this.prompt(this.asked));
  }
  get info() {
    return this.models.find((each) => each.name === this.model) ?? null;
  }
  // The views that there are of what is shown.
  get shownTabs(): readonly Tab[] {
    return this.tabs.filter((each) => each !== "features" || this.study?.dictionaries.length);
  }
  get keyOfPlace() {
    return this.place !== null && this.place < 0 ? -1 - this.place : null;
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

  // Says that something runs, while it runs.
  private async counted<T>(work: Promise<T>): Promise<T> {
    this.busy++;
    try {
      return await work;
    } finally {
      this.busy--;
    }
  }

  // Runs something that asks the server about a study; one that is gone is asked for again.
  async during<T>(work: Promise<T>): Promise<T | null> {
    try {
      return await this.counted(work);
    } catch (error) {
      if (error instanceof Failure && error.status === 404 && this.source.kind === "server" && this.study) {
        this.message = "The server has been started anew, or dropped this study; asking again.";
        await this.ask(false);
        this.message = "";
      } else this.fail(error);
      return null;
    }
  }

  private async begin() {
    if (this.source.given) {
      const given = this.source.given();
      this.title = given.title;
      this.text = given.text;
      this.note = given.note ?? "";
      const study = new Study(this.source, given.id, given.bytes);
      study.answer = given.answer ?? [];
      study.sweeps = given.sweeps ?? [];
      this.study = study;
      this.tabs = (given.tabs as Tab[]) ?? TABS;
      this.tab = this.tabs[0];
      this.restore(new URLSearchParams(location.hash.slice(1)));
      if (!this.tabs.includes(this.tab)) this.tab = this.tabs[0];
      if (!this.words.length) this.words = given.words ?? [];
      if (this.tab === "lens" && this.paint === "none") this.paint = "top";
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
    this.model = this.models[0]?.name ?? "";
    const hash = new URLSearchParams(location.hash.slice(1));
    addEventListener("hashchange", () => this.moved());
    if (hash.has("q")) await this.arrive(hash);
    else if (this.info?.examples) await this.takeExample(0, false);
  }

  // Another address in the same page: another question is asked, another selection is shown.
  private moved() {
    const hash = new URLSearchParams(location.hash.slice(1)), before = new URLSearchParams(this.written);
    if (hash.toString() === this.written) return;
    if (PROMPT.every((name) => hash.get(name) === before.get(name))) {
      this.restore(hash);
      this.changing.run();
    }
    else if (hash.has("q")) this.arrive(hash).catch((error) => this.fail(error));
  }
  private async arrive(hash: URLSearchParams) {
    if (this.models.some((each) => each.name === hash.get("model"))) this.model = hash.get("model")!;
    this.restore(hash);
    this.uploads = [];
    const brought = this.bring(hash);
    this.filling = brought;
    if (await brought) await this.ask(false, this.draft);
  }

  // --- the address ---

  private written = "";

  write() {
    const asked = this.asked ?? this.draft;
    const put: Record<string, string | number | null | undefined> = {
      model: asked.model, q: asked.question, system: asked.system, prefill: asked.prefill, example: asked.example,
      images: asked.uploads.map((each) => (each.frames ? `${each.frames.join("+")}@${each.fps}` : each.id)).join(","),
      turns: asked.earlier.length ? JSON.stringify(asked.earlier) : "", t: asked.temperature || "",
      focus: this.focus, target: this.target && `${this.target.id}:${this.target.text}`, contrast: this.contrast && `${this.contrast.id}:${this.contrast.text}`,
      place: this.place, layer: this.layer, head: this.head, lens: this.lensLayer, words: this.words.join(","), word: this.word || "", paint: this.paint === "none" ? "" : this.paint,
      tab: this.tab === TABS[0] ? "" : this.tab, selected: [...this.selected].join(","), second: this.secondExample ?? (this.secondUpload ? this.secondUpload.id : ""),
      changes: this.changes.length ? JSON.stringify(this.changes) : "", changed: this.changed ? 1 : "", vision: this.vision ? 1 : "", find: this.find.trim(), pattern: this.pattern ? 1 : "", dictionary: this.dictionary, feature: this.feature,
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
    this.word = numberOr(hash.get("word"), 0);
    this.paint = (hash.get("paint") as Paint) || "none";
    this.tab = TABS.includes(hash.get("tab") as Tab) ? (hash.get("tab") as Tab) : TABS[0];
    this.selected = new Set(numbers(hash.get("selected")));
    this.vision = hash.has("vision");
    this.find = hash.get("find") ?? "";
    this.pattern = hash.has("pattern");
    this.dictionary = hash.get("dictionary") ?? "";
    this.feature = numberOr(hash.get("feature"), null);
    this.changed = hash.has("changed");
    try {
      this.changes = JSON.parse(hash.get("changes") ?? "[]").map((each: Partial<Change>) => ({ ...unchanged, ...each }));
      this.earlier = JSON.parse(hash.get("turns") ?? "[]");
    } catch {
      this.changes = [];
    }
  }

  // The images that the address names, from the server, the example or this browser's store.
  private async bring(hash: URLSearchParams): Promise<boolean> {
    this.example = numberOr(hash.get("example"), null);
    this.truth = null;
    if (this.example !== null) {
      try {
        const made = await this.source.example(this.model, this.example);
        this.truth = made.answer;
        this.trueOf = made.question;
        this.exampleName = made.name;
        if (made.images.map((each) => each.id).join(",") === hash.get("images")) this.uploads = made.images;
      } catch (error) {
        this.fail(error);
      }
    }
    const second = hash.get("second") ?? "";
    this.secondExample = second.length < 8 ? numberOr(second, null) : null;
    this.secondUpload = second.length < 8 ? null : await this.bringImage(second);
    if (this.uploads.length) return true;
    const found: Upload[] = [];
    for (const item of (hash.get("images") ?? "").split(",").filter(Boolean)) {
      const [ids, fps] = item.split("@"), frames = ids.split("+");
      const refs: ImageRef[] = [];
      for (const id of frames) {
        const ref = await this.bringImage(id);
        if (!ref) {
          this.message = "This address names an image that is neither on the server nor in this browser; add it again.";
          return false;
        }
        refs.push(ref);
      }
      found.push(fps ? { ...refs[0], frames: refs.map((each) => each.id), fps: Number(fps) || undefined } : refs[0]);
    }
    this.uploads = found;
    return true;
  }

  private async bringImage(id: string): Promise<ImageRef | null> {
    const known = (await images.find(id)) ?? (await fetch(this.source.imageUrl(id)).then((each) => (each.ok ? each.blob() : null), () => null));
    return known && this.source.addImage(known);
  }

  // --- asking ---

  // What is still on its way to the question: an example, or images. Asking waits for it.
  private filling: Promise<unknown> = Promise.resolve();
  private fills = 0;
  private coming: number | null = null; // the example that is on its way

  // Another model: its own example of that number; what is one's own stays.
  otherModel() {
    const number = this.coming ?? this.example;
    if (number === null) return;
    if (this.info?.examples) this.takeExample(Math.min(number, this.info.examples - 1), false, true);
    else this.example = null;
  }

  // With `keeps`, a question about the same images stays, too.
  async takeExample(number: number, asks = true, keeps = false) {
    const mine = ++this.fills, model = this.model;
    this.coming = number;
    const taken = this.counted(this.source.example(model, number)).then((made) => {
      if (mine !== this.fills || model !== this.model) return false; // another one was chosen meanwhile
      this.coming = null;
      this.example = number;
      this.exampleName = made.name;
      this.truth = made.answer;
      this.trueOf = made.question;
      if (keeps && made.images.map((each) => each.id).join() === this.uploads.map((each) => each.id).join()) return true;
      this.question = made.question;
      this.prefill = made.prefill;
      this.uploads = made.images;
      this.earlier = [];
      return true;
    }, (error) => {
      this.fail(error);
      if (mine === this.fills) Object.assign(this, { coming: null, example: number, exampleName: "", truth: null, uploads: [] }); // the next one may be good
      return false;
    });
    this.filling = taken;
    if ((await taken) && asks) await this.ask();
  }

  // Images of one's own: beside those that are there, or in the place of an example's.
  addFiles(files: Iterable<File>) {
    const given = [...files], before = this.filling;
    this.filling = this.counted((async () => {
      await before;
      const added: Upload[] = this.example !== null ? [] : [...this.uploads];
      const refused: string[] = [];
      for (const file of given) {
        try {
          added.push(await this.upload(file));
        } catch (error) {
          refused.push(`${file.name}: ${(error as Error).message}`);
        }
      }
      this.message = refused.join(" ");
      if (refused.length === given.length) return;
      this.uploads = added;
      this.example = null;
      this.exampleName = "";
      this.truth = null;
    })());
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

  prompt(asked: Asked) {
    const parts: Part[] = asked.uploads.map((each) => (each.frames ? { type: "video", frames: each.frames, ...(each.fps ? { fps: each.fps } : {}) } : { type: "image", image: each.id }));
    const turns: Turn[] = [];
    if (asked.system) turns.push({ role: "system", content: [{ type: "text", text: asked.system }] });
    const own: Part[] = [{ type: "text", text: asked.question }];
    if (asked.earlier.length) turns.push(...asked.earlier, { role: "user", content: own });
    else turns.push({ role: "user", content: [...parts, ...own] });
    return { model: asked.model, turns, prefill: asked.prefill, temperature: asked.temperature };
  }

  // Asks what the page says, or, where it is not fresh, what the study that is shown was asked with.
  async ask(fresh = true, again: Asked | null = this.asked) {
    this.stop?.abort();
    const run = ++this.run, stop = (this.stop = new AbortController());
    this.message = "";
    this.busy++;
    let study: Study | null = null;
    try {
      for (let awaited: unknown = null; awaited !== this.filling; ) await (awaited = this.filling);
      if (run !== this.run) return;
      const asked = fresh ? this.draft : (again ?? this.draft);
      study = await this.open(asked);
      if (run !== this.run) return;
      if (fresh) {
        Object.assign(this, { focus: null, target: null, contrast: null, place: null, layer: null, head: null, feature: null, paint: "none", lensLayer: null });
        this.selected = new Set();
        this.changes = [];
        this.changed = false;
      }
      if (!this.info?.loaded) this.models = await this.source.models();
      this.study = study;
      this.clean = null;
      this.changing.reset();
      this.sweeping.reset();
      this.sweep = null;
      this.second = null;
      this.granted = new Set();
      if (!(await this.answers(study, () => run === this.run, stop.signal))) return;
      this.afterAnswer();
    } catch (error) {
      if (run === this.run) this.fail(error);
    } finally {
      this.busy--;
      if (study) study.answering = false;
    }
  }

  private async open(asked: Asked): Promise<Study> {
    const { id, bytes } = await this.source.open(this.prompt(asked));
    const study = new Study(this.source, id, bytes);
    study.asked = asked;
    return study;
  }

  // Lets a study answer, token by token, as long as it is wanted.
  private async answers(study: Study, wanted: () => boolean, signal?: AbortSignal): Promise<boolean> {
    study.answering = true;
    try {
      for await (const piece of this.source.stream(study.id, "answer", { max_new_tokens: this.maxNew, temperature: study.asked!.temperature, seed: 0 }, signal)) {
        if (!wanted()) return false;
        study.answer = [...study.answer, piece.about];
        study.passSeconds = piece.about.pass_seconds;
      }
    } finally {
      study.answering = false;
    }
    study.forget();
    return wanted();
  }

  private afterAnswer() {
    const first = this.study?.answer[0];
    if (first && !this.target) this.target = first.token;
    if (first && this.focus === null) this.focus = first.position;
    this.write();
    this.bringBack().catch((error) => this.fail(error));
  }

  // The second image and the changes that an address names.
  private async bringBack() {
    const second = this.secondExample ?? this.secondUpload;
    if (this.study && second !== null && !this.second) await this.openSecond(second);
    if (this.changes.length && this.source.kind !== "page") await this.changing.run();
  }

  goOn() {
    if (!this.study || !this.asked) return;
    const turns = this.prompt(this.asked).turns.filter((each) => each.role !== "system");
    const answer = this.study.answer.filter((each) => !each.ends).map((each) => each.token.text).join("").trim();
    this.earlier = [...turns, { role: "assistant", content: [{ type: "text", text: answer || "…" }] }];
    this.question = "";
    this.prefill = "";
  }

  halt() {
    this.stop?.abort();
    this.run++;
    if (this.study) this.study.answering = false;
  }

  // The same question about another image: the n-th example's, or one of one's own.
  async openSecond(given: number | File | Upload) {
    const mine = ++this.seconds, asked = this.asked;
    if (!asked) return;
    const wanted = () => mine === this.seconds && this.asked === asked;
    const bring = async (): Promise<Upload | null> => {
      if (typeof given === "number") return (await this.source.example(asked.model, given)).images[0] ?? null;
      return given instanceof File ? this.upload(given) : given;
    };
    const opened = await this.during((async () => {
      const upload = await bring();
      return upload && { upload, study: await this.open({ ...asked, uploads: [upload, ...asked.uploads.slice(1)], temperature: 0 }) };
    })());
    if (!opened || !wanted()) return;
    this.secondExample = typeof given === "number" ? given : null;
    this.secondUpload = opened.upload;
    this.second = opened.study;
    await this.during(this.answers(opened.study, wanted));
  }
  private seconds = 0;

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
