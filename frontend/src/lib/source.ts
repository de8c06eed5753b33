// Where views come from: a server, a notebook's kernel, or the page itself.

import { size } from "./colour";
import { inflated, pieces, unpack, type View } from "./wire";

export interface ModelInfo {
  name: string;
  loaded: boolean;
  family: string;
  n_layers: number;
  n_heads: number;
  examples: number;
  video: boolean;
  dtype: string;
  device: string;
}
export interface ImageRef {
  id: string;
  width: number;
  height: number;
}
export type Part = { type: "text"; text: string } | { type: "image"; image: string } | { type: "video"; frames: string[]; fps?: number };
export interface Turn {
  role: "system" | "user" | "assistant";
  content: Part[];
}
export interface Prompt {
  model: string;
  turns: Turn[];
  prefill: string;
  temperature: number;
}
export interface Example {
  question: string;
  answer: string | null;
  prefill: string;
  name: string;
  images: ImageRef[];
}

// A sweep that is in a page.
export interface Stored {
  title: string;
  text: string;
  name: string;
  asked: object;
  picture?: string;
}
// A study that the source itself holds.
export interface Given {
  id: string;
  bytes: Uint8Array;
  answer: any[];
  title: string;
  text: string;
  note?: string;
  tabs?: string[] | null;
  words?: string[];
  sweeps?: Stored[];
}

export class Failure extends Error {
  constructor(message: string, readonly status = 0) {
    super(message);
  }
}

export interface Source {
  kind: "server" | "kernel" | "page";
  models(): Promise<ModelInfo[]>;
  example(model: string, number: number): Promise<Example>;
  addImage(image: Blob): Promise<ImageRef>;
  imageUrl(id: string): string;
  open(prompt: Prompt): Promise<{ id: string; bytes: Uint8Array }>;
  tokens(study: string): Promise<Uint8Array>;
  pictureUrl(study: string, image: number, frame: number): string;
  raw(study: string, name: string, asked: object): Promise<Uint8Array>;
  stream(study: string, name: string, asked: object, signal?: AbortSignal): AsyncGenerator<View>;
  given?(): Given;
}

async function checked(response: Response): Promise<Response> {
  if (response.ok) return response;
  const said = await response.json().catch(() => ({ error: response.statusText }));
  throw new Failure(said.error ?? response.statusText, response.status);
}

async function ask(path: string, init?: RequestInit): Promise<Response> {
  try {
    return await checked(await fetch(path, init));
  } catch (error) {
    if (error instanceof Failure || (error as Error).name === "AbortError") throw error;
    throw new Failure("The server does not answer. Is it still running? The page goes on when it is back.");
  }
}

const json = (body: object): RequestInit => ({ method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });

const SWEEPS = ["patching", "knockout", "gradients"];
const MOST_IMAGE_BYTES = 32 * 2 ** 20; // the server takes no more, and would break the connection off

export class ServerSource implements Source {
  kind = "server" as const;
  async models() {
    return (await ask("api/models")).json();
  }
  async example(model: string, number: number) {
    return (await ask(`api/examples?${new URLSearchParams({ model, number: String(number) })}`)).json();
  }
  async addImage(image: Blob) {
    if (image.size > MOST_IMAGE_BYTES) throw new Failure(`it has ${size(image.size)}, and ${size(MOST_IMAGE_BYTES)} are the most. Scale it down, or save it as JPEG.`);
    return (await ask("api/images", { method: "POST", body: image, headers: { "content-type": image.type || "application/octet-stream" } })).json();
  }
  imageUrl(id: string) {
    return `api/images/${id}`;
  }
  async open(prompt: Prompt) {
    const response = await ask("api/studies", json(prompt));
    return { id: response.headers.get("x-study")!, bytes: new Uint8Array(await response.arrayBuffer()) };
  }
  async tokens(study: string) {
    return new Uint8Array(await (await ask(`api/studies/${study}`)).arrayBuffer());
  }
  pictureUrl(study: string, image: number, frame: number) {
    return `api/studies/${study}/pictures/${image}/${frame}`;
  }
  // One view; of a sweep, which comes piece by piece, the last piece, which holds all.
  async raw(study: string, name: string, asked: object) {
    const response = await ask(`api/studies/${study}/${name}`, json(asked));
    if (!SWEEPS.includes(name)) return new Uint8Array(await response.arrayBuffer());
    let last: Uint8Array = new Uint8Array();
    for await (const piece of pieces(response.body!)) last = piece;
    const { error } = unpack(last).about;
    if (error) throw new Failure(error);
    return last;
  }
  async *stream(study: string, name: string, asked: object, signal?: AbortSignal) {
    const response = await ask(`api/studies/${study}/${name}`, { ...json(asked), signal });
    for await (const piece of pieces(response.body!)) {
      const view = unpack(piece);
      if (view.about.error) throw new Failure(view.about.error);
      yield view;
    }
  }
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

// A page with its studies in it: what was found when it was written, and nothing else.
export class PageSource implements Source {
  kind = "page" as const;
  constructor(private data: any) {}
  given(): Given {
    return { ...this.data, bytes: bytesOf(this.data.tokens) };
  }
  async models() {
    return [];
  }
  async example(): Promise<Example> {
    throw new Failure("This page holds one study only.");
  }
  async addImage(): Promise<ImageRef> {
    throw new Failure("This page holds one study only.");
  }
  imageUrl() {
    return "data:,";
  }
  async open(): Promise<never> {
    throw new Failure("This page holds one study only.");
  }
  async tokens(): Promise<never> {
    throw new Failure("This page holds one study only.");
  }
  pictureUrl(study: string, image: number, frame: number) {
    return this.data.pictures[image]?.[frame] ?? "data:,";
  }
  async raw(study: string, name: string, asked: object) {
    const found = this.data.views[`${name} ${JSON.stringify(asked)}`];
    if (!found) throw new Failure("This was not computed when the page was written. The app, or the same lines of Python, find it.", 410);
    return this.data.compressed ? inflated(bytesOf(found)) : bytesOf(found);
  }
  async *stream(study: string, name: string, asked: object): AsyncGenerator<View> {
    yield unpack(await this.raw(study, name, asked));
  }
}

// A notebook's kernel, over anywidget's channel.
export class KernelSource implements Source {
  kind = "kernel" as const;
  private waiting = new Map<number, { done: (bytes: Uint8Array) => void; failed: (error: Failure) => void }>();
  private next = 0;
  constructor(private model: any) {
    model.on("msg:custom", (message: any, buffers: DataView[]) => {
      const asker = this.waiting.get(message.id);
      if (!asker) return;
      this.waiting.delete(message.id);
      if (message.error) asker.failed(new Failure(message.error));
      else if (message.view) this.arrived(message.view, (piece) => asker.done(bytesOf(piece)));
      else asker.done(new Uint8Array(buffers[0].buffer, buffers[0].byteOffset, buffers[0].byteLength));
    });
  }
  private saved(): any {
    return this.model.get("saved");
  }
  given(): Given {
    return { ...this.saved(), bytes: bytesOf(this.saved().tokens) };
  }
  async models() {
    return [];
  }
  async example(): Promise<Example> {
    throw new Failure("Ask in the notebook: model.explore(inputs).");
  }
  async addImage(): Promise<ImageRef> {
    throw new Failure("Ask in the notebook: model.explore(inputs).");
  }
  imageUrl() {
    return "data:,";
  }
  async open(): Promise<never> {
    throw new Failure("Ask in the notebook: model.explore(inputs).");
  }
  tokens(study: string) {
    return this.sent(study, "tokens", {});
  }
  pictureUrl(study: string, image: number, frame: number) {
    return this.saved().pictures[image]?.[frame] ?? "data:,";
  }
  async raw(study: string, name: string, asked: object): Promise<Uint8Array> {
    const key = `${name} ${JSON.stringify(asked)}`, known = study === this.saved().id && this.kept(key);
    return known ? bytesOf(known) : this.sent(study, name, asked);
  }
  // Views that were found before: each is a part of the widget's state, with its key.
  private kept(key: string): string | undefined {
    for (let nth = 0, view: any; (view = this.model.get(`view${nth}`)); nth++) if (view.key === key) return view.piece;
  }
  // The state may come after the message that says so.
  private arrived(name: string, done: (piece: string) => void) {
    const look = () => {
      const view = this.model.get(name);
      if (view) done(view.piece);
      return Boolean(view);
    };
    if (!look()) this.model.on(`change:${name}`, look);
  }
  private sent(study: string, name: string, asked: object): Promise<Uint8Array> {
    const id = this.next++;
    return new Promise((done, failed) => {
      const late = setTimeout(() => {
        this.waiting.delete(id);
        failed(new Failure("The kernel does not answer; what was computed before can still be seen.", 504));
      }, 120000);
      this.waiting.set(id, { done: (bytes) => (clearTimeout(late), done(bytes)), failed: (error) => (clearTimeout(late), failed(error)) });
      this.model.send({ id, study, name, asked });
    });
  }
  async *stream(study: string, name: string, asked: object): AsyncGenerator<View> {
    const view = unpack(await this.raw(study, name, asked));
    if (view.about.error) throw new Failure(view.about.error);
    yield view;
  }
}
