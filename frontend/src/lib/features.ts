// What a page of features holds (vlm_lens_native/dictionaries/pages_result.py says what each is).

export type Words = [string, number][];
export interface Entry {
  sample: number;
  max: number;
  at: number[];
  values: number[];
}
export interface Feature {
  feature: number;
  density: number;
  max: number;
  histogram: number[];
  high: number;
  up: Words;
  down: Words;
  words: number[];
  edges: number[];
  top: Entry[];
  steering?: Record<"before" | "after" | "gained", [string, number, number][]>;
}
export interface Sample {
  pictures: string[];
  question: string;
  tokens: string[];
  kinds: string;
  boxes: [number, number, number, number, number, number][];
}
export interface FeatureSet {
  title: string;
  place: string;
  n_features: number;
  n_tokens: number;
  n_examples: number;
  steer: number;
  features: Feature[];
  samples: Record<number, Sample>;
}
