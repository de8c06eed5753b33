// What is painted on the tokens of a study: one value for each position.

import { Following } from "./follow.svelte";
import { rowOf, type Session, type Study } from "./session.svelte";

export interface Painting {
  values: ArrayLike<number>;
  texts: string[] | null;
  signed: boolean;
  high: number;
  label: string;
}

export class Painted {
  heads: Following;
  sources: Following;
  lens: Following;
  words: Following;
  readers: Following;

  constructor(private session: Session, private of: () => Study | null) {
    const wants = (name: string, when: () => object | null) => new Following(session, () => {
      const study = of(), asked = study && when();
      return asked ? { study, name, asked } : null;
    });
    this.heads = wants("heads", () => (session.tabs.includes("attention") ? { focus: session.at } : null));
    this.lens = wants("lens", () => (session.tabs.includes("lens") ? { top_k: 5 } : null));
    this.sources = wants("sources", () => (session.paint === "sources" && session.target ? { target: session.target.id, contrast: session.contrast?.id ?? null, focus: session.at } : null));
    this.words = wants("words", () => (this.followed.length && (session.tab === "lens" || session.paint === "word") ? { words: this.followed } : null));
    this.readers = wants("readers", () => (session.paint === "readers" && session.place !== null ? { position: session.place } : null));
  }

  // The words that the lens follows: the user's, else the target.
  get followed(): (string | number)[] {
    return this.session.words.length ? this.session.words : this.session.target ? [this.session.target.id] : [];
  }

  get now(): Painting | null {
    const { session } = this, place = session.shownHead, study = this.of();
    if (!study) return null;
    const layer = session.lensLayer ?? study.nLayers;
    switch (session.paint) {
      case "attention": {
        const view = this.heads.view;
        return view && place ? finish(rowOf(view.arrays.weights, place.layer, place.head), study, `attention of L${place.layer}H${place.head} from ${JSON.stringify(study.label(view.about.focus))}`) : null;
      }
      case "sources": {
        const view = this.sources.view;
        return view && place ? finish(rowOf(view.arrays.sources, place.layer, place.head), study, `logits that L${place.layer}H${place.head} adds from each token`, true) : null;
      }
      case "readers": {
        const view = this.readers.view;
        return view && place ? finish(rowOf(view.arrays.weights, place.layer, place.head), study, `how much each token looks at ${JSON.stringify(study.label(view.about.position))} in L${place.layer}H${place.head}`) : null;
      }
      case "word": {
        const view = this.words.view;
        if (!view) return null;
        const painting = finish(rowOf(view.arrays.probs, 0, Math.min(layer, view.about.layers.length - 1)), study, `probability of “${view.about.words[0]}”, layer ${view.about.layers[Math.min(layer, view.about.layers.length - 1)]}`);
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
          texts[position] = view.about.strings[ids[nth * k]];
        }
        return { values, texts, signed: false, high: 1, label: `most probable word, layer ${view.about.layers[at]}` };
      }
      case "sweep":
        return session.sweep?.values ? finish(session.sweep.values, study, session.sweep.label, true) : null;
    }
    return null;
  }
}

// The scale goes by the image's own tokens, so that a sink in the text does not darken the picture.
function finish(values: Float32Array, study: Study, label: string, signed = false): Painting {
  let high = 0, any = 0;
  for (let position = 0; position < values.length; position++) {
    const size = Math.abs(values[position]);
    if (size > any) any = size;
    if (size > high && study.tokens[position]?.kind === "image") high = size;
  }
  return { values, texts: null, signed, high: high || any || 1, label };
}
