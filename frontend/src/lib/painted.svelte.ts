// What is painted on the tokens of a study: one value for each position.

import { Following } from "./follow.svelte";
import { keyOf, rowOf, type Session, type Study } from "./session.svelte";
import type { View } from "./wire";

export interface Painting {
  values: ArrayLike<number>;
  keys?: ArrayLike<number>; // of image features that cross-attention reads
  texts: string[] | null;
  signed: boolean;
  high: number;
  label: string;
}

// A painting with the scale that it shares with the one beside it.
export const together = (own: Painting | null, other: Painting | null): Painting | null =>
  own && other && own.signed === other.signed && !own.texts ? { ...own, high: Math.max(own.high, other.high), label: `${own.label}; both images have this scale` } : own;

export const valueAt = (painting: Painting | null, position: number): number => (position < 0 ? painting?.keys?.[-1 - position] : painting?.values[position]) ?? NaN;

// A view that takes long, and has not been asked for yet.
export interface Long {
  key: string;
  seconds: number;
  bytes: number;
}
const LONG = 10; // seconds
const COST: Record<string, string> = { words: "lens", feature: "features" }; // whose costs a view has, where they are not its own

export class Painted {
  heads: Following;
  sources: Following;
  lens: Following;
  words: Following;
  readers: Following;
  pattern: Following;
  features: Following;
  feature: Following;
  private session: Session;
  private asks: Record<string, () => object | null>;
  private of: () => Study | null;

  constructor(session: Session, of: () => Study | null) {
    this.session = session;
    this.of = of;
    this.asks = {
      heads: () => (session.tabs.includes("attention") ? { focus: session.at } : null),
      lens: () => (session.tabs.includes("lens") ? { top_k: 5, ...this.inFront } : null),
      sources: () => (session.paint === "sources" && session.target ? { target: session.target.id, contrast: session.contrast?.id ?? null, focus: session.at } : null),
      words: () => (this.followed.length && (session.tab === "lens" || session.paint === "word") ? { words: this.followed, ...this.inFront } : null),
      readers: () => (session.paint === "readers" && session.place !== null ? (session.keyOfPlace === null ? { position: session.place } : { key: session.keyOfPlace }) : null),
      features: () => (session.tab === "features" && this.dictionary ? { dictionary: this.dictionary, focus: this.focusOfFeatures, target: session.target?.id ?? null, contrast: session.contrast?.id ?? null } : null),
      feature: () => (session.feature !== null && this.dictionary && (session.tab === "features" || session.paint === "feature") ? { dictionary: this.dictionary, feature: session.feature } : null),
      pattern: () => (session.pattern && session.tab === "attention" && session.layer !== null && session.head !== null ? { layer: session.layer, head: session.head } : null),
    };
    const wants = (name: string) => new Following(session, () => {
      const study = of(), asked = study && this.asks[name]();
      return asked && !this.long(name) ? { study, name, asked } : null;
    });
    this.heads = wants("heads");
    this.lens = wants("lens");
    this.sources = wants("sources");
    this.words = wants("words");
    this.readers = wants("readers");
    this.pattern = wants("pattern");
    this.features = wants("features");
    this.feature = wants("feature");
  }

  // What is wanted, takes long, and has not been agreed to: it waits, and says what it would take.
  long(name: string): Long | null {
    const study = this.of(), asked = study && !study.answering && this.session.source.kind !== "page" && this.asks[name]();
    if (!study || !asked) return null;
    const key = keyOf(name, asked), cost = study.cost(COST[name] ?? name);
    if ("vision" in asked) cost.seconds *= 1 + study.costs.n_vision / (study.nLayers + 1);
    return cost.seconds > LONG && !this.session.granted.has(`${study.id} ${key}`) && !study.has(key) ? { ...cost, key: `${study.id} ${key}` } : null;
  }
  // The dictionary whose features are shown.
  get dictionary(): string {
    const there = this.of()?.dictionaries ?? [];
    return (there.find((each) => each.name === this.session.dictionary) ?? there[0])?.name ?? "";
  }
  // Whose features are listed: those of the focus; in front of the decoder, of the patch that is kept.
  get focusOfFeatures(): number {
    const own = this.of()?.dictionaries.find((each) => each.name === this.dictionary), { place, at } = this.session;
    return own?.in_front && place !== null && place >= 0 ? place : at;
  }
  private get inFront(): object {
    return this.session.vision && this.of()?.costs.n_vision ? { vision: true } : {};
  }

  // Values of a lens by position: a lens may have some positions only.
  private spread(values: ArrayLike<number>, view: View): Float32Array {
    const positions = view.arrays.positions.data, found = new Float32Array(this.of()!.tokens.length + this.of()!.answer.length).fill(NaN);
    for (let row = 0; row < positions.length; row++) found[positions[row]] = values[row];
    return found;
  }

  // Where the tokens that are searched for stand among the most probable ones, and how probable they are there.
  found = $derived.by(() => {
    const view = this.lens.view, wanted = this.session.find.trim().toLocaleLowerCase();
    if (!view || !wanted) return null;
    const texts: string[] = view.about.strings.map((text: string) => text.trim().toLocaleLowerCase()), whole = texts.includes(wanted);
    const chosen = Uint8Array.from(texts, (text) => Number(whole ? text === wanted : text.includes(wanted)));
    const { ids, probs } = view.arrays, [layers, rows, k] = ids.shape, sum = new Float32Array(layers * rows);
    for (let at = 0; at < ids.data.length; at++) if (chosen[ids.data[at]]) sum[Math.floor(at / k)] += probs.data[at] || 1e-9;
    const hits = Array.from(sum.keys()).filter((cell) => sum[cell] > 0).sort((a, b) => sum[b] - sum[a]);
    return { whole, sum, hits, layers: new Set(hits.map((cell) => Math.floor(cell / rows))).size };
  });

  // Which of the followed words is shown.
  get word(): number {
    return Math.min(this.session.word, Math.max(0, this.followed.length - 1));
  }

  // The words that the lens follows: the user's, else the target.
  get followed(): (string | number)[] {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }

  get now(): Painting | null {
    const { session } = this, place = session.shownHead, study = this.of();
    if (!study) return null;
    const layer = session.lensLayer ?? Infinity;
    switch (session.paint) {
      case "attention": {
        const view = this.heads.view;
        if (!view || !place) return null;
        const crossing = view.arrays.image_weights ? study.crossing.indexOf(place.layer) : -1;
        if (crossing < 0 && !study.attending.has(place.layer)) return null; // it attends to nothing
        return finish(crossing < 0 ? rowOf(view.arrays.weights, place.layer, place.head) : NOTHING, study, `${crossing < 0 ? "" : "cross-"}attention of L${place.layer}H${place.head} from ${JSON.stringify(study.label(view.about.focus))}`, false, crossing < 0 ? undefined : rowOf(view.arrays.image_weights, crossing, place.head));
      }
      case "sources": {
        const view = this.sources.view;
        return view && place ? finish(rowOf(view.arrays.sources, place.layer, place.head), study, `logits that L${place.layer}H${place.head} adds from each token`, true) : null;
      }
      case "readers": {
        const view = this.readers.view;
        return view && place ? finish(rowOf(view.arrays.weights, place.layer, place.head), study, `how much each token looks at ${JSON.stringify(study.label(view.about.position ?? -1 - view.about.key))} in L${place.layer}H${place.head}`) : null;
      }
      case "word": {
        const view = this.words.view;
        if (!view) return null;
        const painting = finish(this.spread(rowOf(view.arrays.probs, this.word, Math.min(layer, view.about.layers.length - 1)), view), study, `probability of “${view.about.words[this.word]}”, layer ${view.about.layers[Math.min(layer, view.about.layers.length - 1)]}`);
        return { ...painting, high: Math.max(painting.high, 0.05) };
      }
      case "top": {
        const view = this.lens.view;
        if (!view) return null;
        const at = Math.min(layer, view.about.layers.length - 1), ids = rowOf(view.arrays.ids, at), probs = rowOf(view.arrays.probs, at), k = view.arrays.ids.shape[2];
        const count = view.arrays.ids.shape[1];
        const values = new Float32Array(count), texts: string[] = [];
        for (let nth = 0; nth < count; nth++) {
          const position = view.arrays.positions.data[nth];
          values[position] = probs[nth * k];
          texts[position] = !(probs[nth * k] >= session.least) ? "" : view.about.strings[ids[nth * k]];
        }
        return { values, texts, signed: false, high: 1, label: `most probable word, layer ${view.about.layers[at]}` };
      }
      case "find": {
        const view = this.lens.view;
        if (!view || !this.found) return null;
        const at = Math.min(layer, view.about.layers.length - 1), count = view.arrays.ids.shape[1];
        return finish(this.spread(this.found.sum.subarray(at * count, (at + 1) * count), view), study, `probability of “${session.find.trim()}”, layer ${view.about.layers[at]}`);
      }
      case "feature": {
        const view = this.feature.view;
        return view ? finish(view.arrays.activations.data as Float32Array, study, `activation of feature ${view.about.feature}`) : null;
      }
      case "sweep":
        return session.sweep?.values ? finish(session.sweep.values, study, session.sweep.label, true) : null;
    }
    return null;
  }
}

const NOTHING = new Float32Array();

// The scale goes by the image's own tokens, so that a sink in the text does not darken the picture.
function finish(values: Float32Array, study: Study, label: string, signed = false, keys?: Float32Array): Painting {
  let high = 0, any = 0;
  for (let key = 0; keys && key < keys.length; key++) if (keys[key] > high && study.keys[key]?.box) high = keys[key];
  for (let position = 0; position < values.length; position++) {
    const size = Math.abs(values[position]);
    if (size > any) any = size;
    if (size > high && study.tokens[position]?.kind === "image") high = size;
  }
  return { values, keys, texts: null, signed, high: high || any || 1, label };
}
